/** About 4 kB of Polish in one field, another text each time. */
export function textOf(turn: number): string {
  return `${turn} ${'Zażółć gęślą jaźń, a potem przyjdź na spotkanie sąsiadów w świetlicy przy ulicy Zmyślonej. '.repeat(40)}`;
}
