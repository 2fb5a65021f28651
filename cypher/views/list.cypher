// Every saved view, without the claims it was made on.
// @mode    read
// @returns view MAP
MATCH (v:SavedView)
RETURN v {.*, claims: null} AS view
ORDER BY v.title, v.id
