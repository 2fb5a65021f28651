// Takes their names from the entities that a load declared, where no current load declares or names them any more.
// @mode    write
// @param   load   STRING? load that was current until now
// @param   holder STRING  who must hold the lock; without it nothing happens
MATCH (:LoadLock {id: 'load', holder: $holder})
MATCH (d:Declaration {load: $load})
MATCH (e:Entity {id: d.id})
WHERE NOT EXISTS {
    MATCH (other:Declaration {id: e.id})
    MATCH (:Dataset {id: other.dataset, load: other.load})
  }
  AND NOT EXISTS { MATCH (e)-[:PARTY_TO|ACTS_IN]->(c:Claim) MATCH (:Dataset {id: c.dataset, load: c.load}) }
  AND NOT EXISTS { MATCH (e)<-[:ATTRIBUTED_TO]-(s:Statement) MATCH (:Dataset {id: s.dataset, load: s.load}) }
SET e = {id: d.id}
REMOVE e:$([l IN labels(e) WHERE l <> 'Entity'])
