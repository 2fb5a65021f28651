// One saved view.
// @mode    read
// @param   id STRING its id
// @returns view MAP
MATCH (v:SavedView {id: $id})
RETURN properties(v) AS view
