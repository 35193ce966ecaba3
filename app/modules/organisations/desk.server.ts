import type { Read } from '#db/open.server';
import { listOpenChanges } from './changes.server';
import { listOpenClaims } from './claims.server';
import { listProposedHandOvers } from './hand-over.server';
import { listOpenSuggestions } from './suggestions.server';

/** What waits for an officer in the registry besides new entries: changes, claims, hand-overs and suggestions. */
export async function listRegistryWork(read: Read) {
  const [changes, claims, handOvers, suggestions] = [await listOpenChanges(read), await listOpenClaims(read), await listProposedHandOvers(read), await listOpenSuggestions(read)];
  return [
    ...changes.map(({ id, name }) => ({ href: `changes/${id}`, name, kind: 'change' as const })),
    ...claims.map(({ id, name }) => ({ href: `claims/${id}`, name, kind: 'claim' as const })),
    ...handOvers.map(({ organisationId, name }) => ({ href: `organisations/${organisationId}/hand-over`, name, kind: 'handOver' as const })),
    ...suggestions.map(({ id, name }) => ({ href: `suggestions/${id}`, name, kind: 'suggestion' as const })),
  ];
}
