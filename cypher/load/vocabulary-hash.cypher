// The hash of the vocabulary that the graph holds.
// @mode    read
// @returns hash STRING
MATCH (v:Vocabulary {id: 'states'})
RETURN v.hash AS hash
