import { useLoaderData } from '@remix-run/react';
import { declare } from '~/access/declare';
import { act, doing } from '~/http/act.server';
import { load } from '~/http/load.server';
import { titled } from '~/http/title';
import { useLang, useT } from '~/i18n/react';
import { CheckForm } from '~/modules/receipts/components/check-form';
import { CompareForm } from '~/modules/receipts/forms';
import { findReceipt } from '~/modules/receipts/queries.server';
import { signedText } from '~/modules/receipts/signing';
import { sha256Hex } from '~/shared/canonical-json';
import { RuleViolation } from '~/shared/errors';
import { formatInstantZone } from '~/shared/time';
import { Breadcrumbs } from '~/ui/breadcrumbs';
import { Button } from '~/ui/button';
import { Details } from '~/ui/details';
import { Field } from '~/ui/field';
import { PostForm } from '~/ui/form';
import { Notice } from '~/ui/notice';
import { OwnText } from '~/ui/own-text';
import { SummaryList } from '~/ui/summary-list';

export const handle = declare({ see: 'public.read', do: { compare: 'public.read' } });
export const meta = titled('receipts.title');

export const loader = load(handle, async ({ context, params, url, lang }) => {
  const code = url.searchParams.get('code') ?? '';
  const found = await findReceipt(context.db.read, params.number ?? '', code);
  const compared = url.searchParams.get('compared');
  return {
    asked: { number: params.number ?? '', code },
    receipt: found ? {
      number: found.number, kind: found.kind, about: found.about, when: formatInstantZone(found.issuedAt, lang, { seconds: true }), sha256: found.sha256,
      valid: found.valid, keyId: found.keyId, signature: found.signature, signed: signedText(found),
    } : null,
    compared: found && compared ? { sha256: compared.slice(0, 64), same: compared === found.sha256 } : null,
  };
});

export const action = act(handle, {
  compare: doing(CompareForm, async (_context, { snapshot }, { params, url, lang, file }) => {
    const bytes = file ? new Uint8Array(await file.arrayBuffer()) : snapshot ? textAsSaved(snapshot) : null;
    if (!bytes) throw new RuleViolation('required', 'snapshot');
    const code = encodeURIComponent(url.searchParams.get('code') ?? '');
    return `/${lang}/receipts/${encodeURIComponent(params.number ?? '')}?code=${code}&compared=${sha256Hex(bytes)}`;
  }),
});

/** A form sends line ends in pairs and a pasted text may end with one; the canonical text has none at all outside its strings. */
const textAsSaved = (pasted: string) => new TextEncoder().encode(pasted.replaceAll('\r\n', '\n').trim());

/** What a receipt proves, to whoever holds it: when what was handed in, and whether the signature is true. Not by whom. */
export default function Receipt() {
  const { asked, receipt, compared } = useLoaderData<typeof loader>();
  const t = useT();
  const lang = useLang();
  return (
    <div className="stack section">
      <Breadcrumbs items={[{ href: `/${lang}/receipts`, label: t('receipts.title') }]} />
      <h1>{t('receipts.one', { number: asked.number })}</h1>
      {receipt ? (
        <>
          <Notice tone={receipt.valid ? 'good' : 'bad'}>{t(receipt.valid ? 'receipts.valid' : 'receipts.invalid')}</Notice>
          <SummaryList items={[
            { label: t('receipts.number'), value: receipt.number },
            { label: t('receipts.what'), value: t(`receipts.kind.${receipt.kind}` as const) },
            ...(receipt.about ? [{ label: t('receipts.call'), value: <OwnText lang="pl" as="span">{receipt.about}</OwnText> }] : []),
            { label: t('receipts.when'), value: receipt.when },
            { label: 'SHA-256', value: <code>{receipt.sha256}</code> },
          ]} />
          {compared ? (
            <Notice tone={compared.same ? 'good' : 'bad'} title={t(compared.same ? 'receipts.same' : 'receipts.different')}><code>{compared.sha256}</code></Notice>
          ) : null}
          <h2>{t('receipts.compare')}</h2>
          <p className="hint">{t('receipts.compareLead')}</p>
          <PostForm intent="compare" className="stack" encType="multipart/form-data">
            <div className="field">
              <label htmlFor="compare-file">{t('receipts.file')}</label>
              <input id="compare-file" type="file" name="file" accept=".json,application/json" />
            </div>
            <Field name="snapshot" label={t('receipts.text')} multiline rows={4} optional />
            <Button tone="plain">{t('receipts.compareNow')}</Button>
          </PostForm>
          <Details summary={t('receipts.technical')}>
            <p>{t('receipts.technicalLead')} <a href="/.well-known/open-krakow-receipts.json">open-krakow-receipts.json</a></p>
            <SummaryList items={[
              { label: t('receipts.signed'), value: <code>{receipt.signed}</code> },
              { label: t('receipts.signature'), value: <code>{receipt.signature}</code> },
              { label: t('receipts.key'), value: <code>{receipt.keyId}</code> },
            ]} />
          </Details>
        </>
      ) : (
        <>
          <Notice tone="bad">{t('receipts.none')}</Notice>
          <CheckForm {...asked} />
        </>
      )}
    </div>
  );
}
