/** The page a reader asks for, from 1; anything that is not a page number is the first page. */
export function pageOf(url: URL): number {
  const asked = Number(url.searchParams.get('page') ?? 1);
  return Number.isInteger(asked) && asked >= 1 && asked <= 100_000 ? asked : 1;
}
