import de from './de.json' with { type: 'json' };
import en from './en.json' with { type: 'json' };

test('both languages have the same texts', () => {
  expect(Object.keys(en).toSorted()).toEqual(Object.keys(de).toSorted());
});
