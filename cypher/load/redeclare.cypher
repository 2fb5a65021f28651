// Gives an object of STIX of which a load declared a version the newest of those that are left.
// @mode    write
// @param   load   STRING? load that was current until now
// @param   holder STRING  who must hold the lock; without it nothing happens
MATCH (:LoadLock {id: 'load', holder: $holder})
MATCH (was:Declaration {load: $load}) WHERE was.`free_stix:created` IS NOT NULL
MATCH (e:Entity {id: was.id})
WITH e, head(COLLECT {
    MATCH (d:Declaration {id: e.id})
    MATCH (:Dataset {id: d.dataset, load: d.load})
    RETURN d ORDER BY coalesce(d.`free_stix:modified`, d.`free_stix:created`) DESC, coalesce(d.`free_stix:spec_version`, '2.0') DESC, d.dataset
  }) AS d
WHERE d IS NOT NULL
SET e = properties(d)
REMOVE e.load, e.hash, e.order
REMOVE e:$([l IN labels(e) WHERE l <> 'Entity'])
SET e:$(d.label)
