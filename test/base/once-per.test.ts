import { oncePer } from '../../src/base/once-per';

test('asks once for each object', () => {
  const asked: object[] = [];
  const read = oncePer((of: { readonly size: number }) => {
    asked.push(of);
    return [of.size];
  });
  const [one, other] = [{ size: 1 }, { size: 1 }];
  expect(read(one)).toBe(read(one));
  expect(read(other)).toEqual([1]);
  expect(asked).toEqual([one, other]);
});

test.each(['a text', 5, null, undefined])('what is no object is read each time: %p', value => {
  let asked = 0;
  const read = oncePer((_: object) => [++asked]);
  expect(read(value as unknown as object)).toEqual([1]);
  expect(read(value as unknown as object)).toEqual([2]);
});
