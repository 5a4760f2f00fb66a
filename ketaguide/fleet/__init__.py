"""Signed packs of content: publishing (`ketaguide fleet`) and taking them (`ketaguide update`). The only importer of tuf."""
