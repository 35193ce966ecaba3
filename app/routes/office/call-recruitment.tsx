import { useLoaderData } from '@remix-run/react';
import { declare } from '~/access/declare';
import { may } from '~/access/policy';
import { act, doing } from '~/http/act.server';
import { load } from '~/http/load.server';
import { titled } from '~/http/title';
import { useLang, useT } from '~/i18n/react';
import { getCall } from '~/modules/calls/queries.server';
import { RecruitmentView } from '~/modules/panels/components/recruitment';
import { RecruitmentForm } from '~/modules/panels/forms-recruitment';
import { findRecruitment, openRecruitment } from '~/modules/panels/recruitment.server';
import { recruitingStatuses } from '~/modules/panels/rules-recruitment';
import { dayOf } from '~/shared/time';
import { Breadcrumbs } from '~/ui/breadcrumbs';
import { Button } from '~/ui/button';
import { DayField } from '~/ui/date-field';
import { Field } from '~/ui/field';
import { PostForm } from '~/ui/form';

export const handle = declare({ see: 'office.read', do: { recruit: 'panel.recruit' } });
export const meta = titled('recruitment.title');

export const loader = load(handle, async ({ context, params }) => {
  const { actor, now, db: { read } } = context;
  const { id, title, status } = await getCall(read, params.id ?? '');
  const recruitment = await findRecruitment(read, id);
  return { id, title, recruitment: recruitment ?? null, today: dayOf(now), changeable: may(actor, 'panel.recruit') && recruitingStatuses.some((one) => one === status) };
});

export const action = act(handle, {
  recruit: doing(RecruitmentForm, async (context, input, { params, lang }) => {
    await openRecruitment(context, params.id ?? '', input);
    return `/${lang}/office/calls/${params.id}/recruitment`;
  }),
});

/** The search for committee members as a part of the announcement. */
export default function CallRecruitment() {
  const { id, title, recruitment, today, changeable } = useLoaderData<typeof loader>();
  const t = useT();
  const lang = useLang();
  const base = `/${lang}/office/calls/${id}`;
  return (
    <div className="stack section">
      <Breadcrumbs items={[{ href: `/${lang}/office/calls`, label: t('calls.title') }, { href: base, label: title }]} />
      <h1>{t('recruitment.title')}</h1>
      <p>{t('recruitment.lead')}</p>
      {recruitment ? <RecruitmentView recruitment={recruitment} today={today} /> : null}
      {recruitment ? <p><a href={`${base}/committee`}>{t('recruitment.proposals')} ({recruitment.proposed})</a></p> : null}
      {changeable ? (
        <PostForm intent="recruit" className="stack">
          <DayField name="until" legend={t('recruitment.until')} hint={t('recruitment.untilHint')} defaultValue={recruitment?.until} />
          <Field name="places" label={t('recruitment.places')} inputMode="numeric" width="short" defaultValue={recruitment?.places} />
          <Field name="expected" label={t('recruitment.expected')} multiline rows={4} maxLength={4000} defaultValue={recruitment?.expected} />
          <Button>{t(recruitment ? 'recruitment.change' : 'recruitment.save')}</Button>
        </PostForm>
      ) : null}
    </div>
  );
}
