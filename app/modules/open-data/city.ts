/** Who publishes and who funds: always the same id and exactly the same name. */
export type City = { id: string; name: string };

/** The City under its identifier of org-id.guide. */
export function cityOf(id: string): City {
  return { id, name: 'Gmina Miejska Kraków' };
}
