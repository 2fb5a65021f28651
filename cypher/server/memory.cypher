// How much memory one query, and all of them together, may use of the server; 0B where nothing limits it.
// @mode    read
// @returns value STRING
SHOW SETTINGS YIELD name, value
WHERE name ENDS WITH 'memory.transaction.max' OR name ENDS WITH 'memory.transaction.total.max'
RETURN value
