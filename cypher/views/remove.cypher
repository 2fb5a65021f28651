// Removes a saved view.
// @mode    write
// @param   id STRING its id
// @returns id STRING
MATCH (v:SavedView {id: $id})
WITH v, v.id AS id
DELETE v
RETURN id
