// Follows a page to its new address, with the query and the part named in the old one.
location.replace(document.querySelector("a.moved").href + location.search + location.hash);
