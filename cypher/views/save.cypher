// Keeps views, each in place of what was kept under its id.
// @mode    write
// @param   views LIST<MAP> properties of views
UNWIND $views AS view
MERGE (v:SavedView {id: view.id})
SET v = view
