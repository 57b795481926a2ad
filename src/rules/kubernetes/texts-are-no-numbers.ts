import { OCTAL_TEXTS } from '../../facts/yaml';
import { suspectValues } from '../../manifest/suspect-values';
import { Rule } from '../rule';

export const textsAreNoNumbers: Rule = {
  id: 'kubernetes/texts-are-no-numbers',
  severity: 'warning',
  title: 'No text is an octal number to newer YAML readers.',
  link: OCTAL_TEXTS.source,
  check: ({ manifests }) => manifests.objects.flatMap(at => {
    const [found] = suspectValues(at.manifest).octal;
    return found === undefined ? [] : [{
      at,
      reason: `the text at '${found.path.join('.')}' is written without quotes, because YAML 1.1 reads it as a text. Kustomize and other readers of YAML 1.2 read an octal number`,
      remedy: "Write it in another form, for example '017' in place of '0o17'; or acknowledge this where only kubectl or Argo CD without Kustomize reads the file",
    }];
  }),
};
