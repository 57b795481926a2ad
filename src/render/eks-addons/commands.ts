import { addOnConfiguration, AddOnModel } from './configuration';
import { shellCommand, shellWord } from '../../base/shell';

/** Shell commands of the AWS CLI for one add-on, in the order in which they are run. */
export interface AddOnCommands {
  /** Shows the configuration that the add-on has; an update puts another in its place. */
  readonly show: string;
  /** Shows what its version takes. */
  readonly schema: string;
  readonly update: string;
  /** Where the cluster runs the software without the add-on, as new clusters do CoreDNS. */
  readonly create: string;
  readonly wait: string;
}

export function addOnCommands(model: AddOnModel): AddOnCommands {
  const { clusterName, fact: { name } } = model;
  const eks = (...command: readonly string[]) => shellCommand('aws', 'eks', ...command, '--cluster-name', clusterName, '--addon-name', name);
  const values = `--configuration-values ${shellWord(addOnConfiguration(model))}`;
  return {
    show: `${eks('describe-addon')} --query addon.configurationValues --output text`,
    schema: `${shellCommand('aws', 'eks', 'describe-addon-configuration', '--addon-name', name)} --addon-version "$(${eks('describe-addon')} --query addon.addonVersion --output text)" --query configurationSchema --output text`,
    update: `${eks('update-addon')} --resolve-conflicts PRESERVE ${values}`,
    create: `${eks('create-addon')} --resolve-conflicts OVERWRITE ${values}`,
    wait: eks('wait', 'addon-active'),
  };
}

/** The configuration and the commands, as a page for people. */
export function describeAddOn(model: AddOnModel): string {
  const { show, schema, update, create, wait } = addOnCommands(model);
  return [
    `# The EKS add-on ${shellWord(model.fact.name)} of ${shellWord(model.clusterName)}. Its configuration:`,
    `#   ${addOnConfiguration(model)}`,
    '# What it has now. The next command puts the above in its place, so what is to stay has to be in it.',
    show,
    update,
    wait,
    '# Where the cluster runs it without the add-on:',
    `# ${create}`,
    '# Where AWS refuses the configuration: what this version takes.',
    `# ${schema}`,
    '',
  ].join('\n');
}
