// Keeps a view under an id that no other has; the constraint refuses another.
// @mode    write
// @param   view MAP its properties
CREATE (v:SavedView)
SET v = $view
