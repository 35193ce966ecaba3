import { declare } from '~/access/declare';
import { load } from '~/http/load.server';
import { listPublicKeys } from '~/modules/receipts/queries.server';

export const handle = declare({ see: 'public.read' });

/** The public keys of receipts as a JSON Web Key Set (RFC 7517, RFC 8037). */
export const loader = load(handle, async ({ context }): Promise<Response> => {
  const keys = await listPublicKeys(context.db.read);
  const set = { keys: keys.map(({ id, publicKey }) => ({ kty: 'OKP', crv: 'Ed25519', use: 'sig', alg: 'EdDSA', kid: id, x: publicKey })) };
  return new Response(JSON.stringify(set), { headers: { 'Content-Type': 'application/json; charset=utf-8', 'Access-Control-Allow-Origin': '*' } });
});
