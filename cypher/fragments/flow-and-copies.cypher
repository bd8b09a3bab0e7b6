// The types of the flow relationships, and those that join the same content in different namespaces.
/*: flow */|COPIED_AS
