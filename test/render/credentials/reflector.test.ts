import { REFLECTOR_ANNOTATIONS, reflectorAnnotations } from '../../../src/render/credentials/reflector';

const PREFIX = 'reflector.v1.k8s.emberstack.com/reflection';

test('the namespaces are listed, in order', () => {
  expect(reflectorAnnotations(['shop', 'billing'])).toEqual({
    [`${PREFIX}-allowed`]: 'true',
    [`${PREFIX}-allowed-namespaces`]: 'billing,shop',
    [`${PREFIX}-auto-enabled`]: 'true',
    [`${PREFIX}-auto-namespaces`]: 'billing,shop',
  });
});

test('where there are none, nothing is copied: an empty list would be every namespace, and so would an absent one', () => {
  expect(reflectorAnnotations([])).toEqual({ [`${PREFIX}-allowed`]: 'false', [`${PREFIX}-auto-enabled`]: 'false' });
});

test('its names are those of the annotations', () => {
  expect([...REFLECTOR_ANNOTATIONS].sort()).toEqual(Object.keys(reflectorAnnotations(['shop'])).sort());
});
