// The types of the flow relationships, for a pattern. All point downstream.
USED_BY|PRODUCED|DERIVED_INTO|DEPLOYED_AS|EMITTED|PART_OF|SAME_CONTENT
