import { modelPaths } from './model-paths';
import { COVERAGE } from '../../../src/render/helm-values/coverage';

test('every field', () => {
  const paths = modelPaths();
  expect(paths.length).toBeGreaterThan(100);
  expect(Object.keys(COVERAGE).sort()).toEqual(paths);
});
