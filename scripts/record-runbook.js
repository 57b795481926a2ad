// Loaded before an example by start.js: writes the runbook of each of its clusters into the file that RUNBOOK_FILE names, when the
// example ends. Clusters of one app follow one another.
const fs = require('node:fs');
const { DatadogChart } = require('cdk8s-datadog');

const charts = new Set();
const { summary } = DatadogChart.prototype;
// Every example prints its summary, once the manifests are written.
DatadogChart.prototype.summary = function () {
  charts.add(this);
  return summary.call(this);
};
process.on('exit', code => {
  if (code === 0) fs.writeFileSync(process.env.RUNBOOK_FILE, [...charts].map(chart => chart.runbook()).join('\n'));
});
