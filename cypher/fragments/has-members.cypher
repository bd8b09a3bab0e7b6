// True if a dataset or model is part of answers at a moment: recorded by then, and not only with members that were retracted.
// (container, asOf)  asOf: epoch ms, null for now
/*: recorded-by(container, asOf) */ AND (EXISTS { MATCH (container)<-[:VERSION_OF]-(member) WHERE /*: recorded-by(member, asOf) */ }
  OR NOT EXISTS { (container)<-[:VERSION_OF]-() })
