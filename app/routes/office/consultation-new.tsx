import { declare } from '~/access/declare';
import { act, doing } from '~/http/act.server';
import { load } from '~/http/load.server';
import { titled } from '~/http/title';
import { useLang, useT } from '~/i18n/react';
import { draftConsultation } from '~/modules/consultations/commands.server';
import { ConsultationFields } from '~/modules/consultations/components/consultation-fields';
import { ConsultationForm } from '~/modules/consultations/forms';
import { Breadcrumbs } from '~/ui/breadcrumbs';
import { Button } from '~/ui/button';
import { PostForm } from '~/ui/form';

export const handle = declare({ see: 'consultation.draft', do: { draft: 'consultation.draft' } });
export const meta = titled('consultations.new');

export const loader = load(handle, async () => ({}));

export const action = act(handle, {
  draft: doing(ConsultationForm, async (context, input, { lang }) => {
    const { id } = await draftConsultation(context, input);
    return `/${lang}/office/consultations/${id}`;
  }),
});

/** A new consultation, on one page. */
export default function ConsultationNew() {
  const t = useT();
  const lang = useLang();
  return (
    <div className="stack section">
      <Breadcrumbs items={[{ href: `/${lang}/office/consultations`, label: t('consultations.title') }]} />
      <h1>{t('consultations.new')}</h1>
      <p>{t('consultations.newLead')}</p>
      <PostForm intent="draft" className="stack section">
        <ConsultationFields />
        <Button>{t('consultations.save')}</Button>
      </PostForm>
    </div>
  );
}
