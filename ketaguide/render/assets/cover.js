// After a reload this is the document of the hidden page's entry in the history too (page.js), which then is loaded anew.
document.querySelector("a.show").addEventListener("click", (event) => {
  if (!history.state?.hidden) return;
  event.preventDefault();
  history.back();
});
addEventListener("popstate", ({ state }) => {
  if (!state?.hidden) location.reload();
});
