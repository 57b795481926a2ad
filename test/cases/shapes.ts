import { container, workload } from './situation';

// Objects in YAML that several cases share.

export const hostIP = '{ fieldRef: { fieldPath: status.hostIP } }';
export const hpa = (metric: string) => `
apiVersion: autoscaling/v2
kind: HorizontalPodAutoscaler
metadata: { name: web }
spec: { scaleTargetRef: { apiVersion: apps/v1, kind: Deployment, name: web }, maxReplicas: 5, metrics: [${metric}] }
`;
export const hook = (command: string) => workload(`{ containers: [${container(`, lifecycle: { preStop: { exec: { command: [${command}] } } }`)}] }`);
export const withEnv = (env: string) => workload(`{ containers: [${container(`, env: [${env}]`)}] }`);
export const annotated = (annotations: string, more = '') => workload(`{ containers: [${container(more)}] }`, { annotations });
export const database = (claim: string) => workload(`{ containers: [${container(', volumeMounts: [{ name: data, mountPath: /data }]')}] }`, {
  kind: 'StatefulSet', spec: `serviceName: web\n  volumeClaimTemplates: [{ metadata: { name: data }, spec: { accessModes: [ReadWriteOnce], ${claim} } }]`,
});
export const policy = (egress: string) => `
apiVersion: networking.k8s.io/v1
kind: NetworkPolicy
metadata: { name: closed }
spec: { podSelector: {}, policyTypes: [Egress], egress: [${egress}] }
`;
export const scaledObject = (triggers: string) => `
apiVersion: keda.sh/v1alpha1
kind: ScaledObject
metadata: { name: web }
spec: { scaleTargetRef: { name: web }, triggers: [${triggers}] }
`;
export const apiService = (name: string) => `
apiVersion: apiregistration.k8s.io/v1
kind: APIService
metadata: { name: ${name} }
spec: { group: ${name.split('.').slice(1).join('.')}, version: v1beta1, service: { name: keda-operator-metrics-apiserver, namespace: keda } }
`;
export const job = (pod: string) => `apiVersion: batch/v1\nkind: Job\nmetadata: { name: web }\nspec: { template: { spec: ${pod} } }\n---\n`;
export const cronJob = (apiVersion: string) => `
apiVersion: ${apiVersion}
kind: CronJob
metadata: { name: web }
spec: { schedule: "0 3 * * *", jobTemplate: { spec: { template: { spec: { restartPolicy: Never, containers: [${container()}] } } } } }
`;
export const affinity = (key: string, value: string) =>
  `{ nodeAffinity: { requiredDuringSchedulingIgnoredDuringExecution: { nodeSelectorTerms: [{ matchExpressions: [{ key: ${key}, operator: In, values: [${value}] }] }] } } }`;
export const REDIS = 'ad.datadoghq.com/web.checks: \'{"redisdb":{"instances":[{"host":"%%host%%","password":"%%env_REDIS_PASSWORD%%"}]}}\'';
export const OWN_PASSWORD = ', env: [{ name: REDIS_PASSWORD, valueFrom: { secretKeyRef: { name: redis, key: password } } }]';
