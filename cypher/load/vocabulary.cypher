// Writes the states of the vocabulary, and keeps the hash of what was written.
// @mode    write
// @param   rows LIST<MAP> states as entities
// @param   hash STRING    hash of the vocabulary
MERGE (v:Vocabulary {id: 'states'})
SET v.hash = $hash
WITH v
UNWIND $rows AS row
MERGE (e:Entity {id: row.id})
SET e = row, e:$(row.label)
