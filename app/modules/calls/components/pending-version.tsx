import { useT } from '~/i18n/react';
import { Button } from '~/ui/button';
import { Radios } from '~/ui/choices';
import { DayField } from '~/ui/date-field';
import { Field } from '~/ui/field';
import { PostForm } from '~/ui/form';
import { OwnText } from '~/ui/own-text';
import type { changesInWords } from '../facts-life';
import { publicationPlaces } from '../rules';
import { ChangeTable } from './call-changes';
import { PublicationList } from './publications';

type Props = { version: ReturnType<typeof changesInWords>[number]; mayApprove: boolean; mayPublish: boolean };

/** A change that is not in force yet: what it says, and the next step of the person who reads it. */
export function PendingVersion({ version, mayApprove, mayPublish }: Props) {
  const t = useT();
  const { id, kind, status, reason, changes, publications, outage } = version;
  const missing = publicationPlaces.filter((place) => !publications.some((publication) => publication.place === place));
  const self = <input type="hidden" name="version" value={id} />;
  return (
    <section className="card stack">
      <h2>{status === 'approved' ? t('callLife.pending.approved') : t('callLife.pending.proposed')}</h2>
      <OwnText lang="pl">{reason}</OwnText>
      {outage ? <p>{t('callLife.outageWas', outage)}</p> : null}
      <ChangeTable caption={t('callLife.changes')} changes={changes} />
      {publications.length > 0 ? <PublicationList publications={publications} /> : null}
      {mayApprove && kind === 'corrigendum' ? <PostForm intent="approveCorrigendum">{self}<Button>{t('callLife.approve')}</Button></PostForm> : null}
      {mayApprove && kind === 'extension' ? <PostForm intent="confirm">{self}<Button>{t('callLife.confirm')}</Button></PostForm> : null}
      {mayPublish && status === 'approved' && missing.length > 0 ? (
        <PostForm intent="republish" formId="republish" className="stack">
          {self}
          <Radios name="place" legend={t('calls.publicationPlace')} defaultValue={missing[0]} options={missing.map((value) => ({ value, label: t(`calls.place.${value}` as const) }))} />
          <DayField name="publishedOn" legend={t('calls.publicationOn')} />
          <Field name="reference" label={t('calls.publicationReference')} maxLength={250} />
          <Button tone="plain">{t('calls.publicationSave')}</Button>
        </PostForm>
      ) : null}
      {mayPublish && status === 'approved' && missing.length === 0 ? <PostForm intent="enforce">{self}<Button>{t('callLife.enforce')}</Button></PostForm> : null}
      {mayPublish ? <PostForm intent="drop">{self}<Button tone="plain">{t('callLife.drop')}</Button></PostForm> : null}
    </section>
  );
}
