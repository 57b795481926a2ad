/** Properties of a type of an assembly, those of its bases first, each with the name of the type that declares it. */
function propertiesOf(types, type) {
  const bases = (type.interfaces ?? []).flatMap(fqn => types[fqn] ? propertiesOf(types, types[fqn]) : []);
  return [...new Map([...bases, ...(type.properties ?? []).map(p => ({ ...p, of: type.name }))].map(p => [p.name, p])).values()];
}

module.exports = { propertiesOf };
