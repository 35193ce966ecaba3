import { useT } from '~/i18n/react';
import { Checkbox } from '~/ui/choices';
import { Details } from '~/ui/details';
import { Field } from '~/ui/field';
import type { EntryValues } from './entry-fields';

const fewest = 3;
const most = 8;

/** Social media profiles, and the person to ask for, who must have agreed to be named. */
export function ReachFields({ entry }: { entry: EntryValues | undefined }) {
  const t = useT();
  const links = entry?.socialLinks ?? [];
  return (
    <>
      <Details summary={t('entries.social')} open={links.length > 0}>
        {Array.from({ length: Math.min(most, Math.max(fewest, links.length + 1)) }, (_, i) => (
          <Field key={i} name={`socialLinks[${i}]`} type="url" label={t('entries.socialOne', { n: i + 1 })} defaultValue={links[i]} optional />
        ))}
      </Details>
      <Field name="contactName" label={t('entries.contactPerson')} hint={t('entries.contactPerson.hint')} defaultValue={entry?.contactName} width="medium" optional />
      <Checkbox name="contactConsent" label={t('entries.consent')} hint={t('entries.consent.hint')} defaultChecked={!!entry?.contactName} />
    </>
  );
}
