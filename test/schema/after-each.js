afterEach(() => {
  const findings = [...new Set(globalThis.schemaFindings.splice(0))];
  if (findings.length > 0) throw new Error(`no API server would take this:\n  ${findings.join('\n  ')}`);
});
