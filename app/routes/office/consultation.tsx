import { useLoaderData } from '@remix-run/react';
import type { Context } from '~/access/context';
import { declare } from '~/access/declare';
import { may } from '~/access/policy';
import { act, doing } from '~/http/act.server';
import { load } from '~/http/load.server';
import { titled } from '~/http/title';
import { languageNames, languages } from '~/i18n/messages';
import { useLang, useT } from '~/i18n/react';
import { answerComment, hideComment, openConsultation, publishConsultationReport, saveConsultation } from '~/modules/consultations/commands.server';
import { CommentList } from '~/modules/consultations/components/comment-list';
import { ConsultationFields } from '~/modules/consultations/components/consultation-fields';
import { HandleComment } from '~/modules/consultations/components/handle-comment';
import { StatusTag } from '~/modules/consultations/components/status-tag';
import { AnswerForm, ConsultationForm, HideForm, ReportForm } from '~/modules/consultations/forms';
import { countAnswered, getConsultation, listCommentsForOffice } from '~/modules/consultations/queries.server';
import { consultationSteps, isPublic, statusAt, whyNotHandle } from '~/modules/consultations/rules';
import { NotFound } from '~/shared/errors';
import { nothing } from '~/shared/fields';
import { clockOf, dayOf, formatInstantZone } from '~/shared/time';
import { Breadcrumbs } from '~/ui/breadcrumbs';
import { Button } from '~/ui/button';
import { Details } from '~/ui/details';
import { EmptyState } from '~/ui/empty-state';
import { Field } from '~/ui/field';
import { PostForm } from '~/ui/form';
import { SummaryList } from '~/ui/summary-list';

export const handle = declare({
  see: 'office.read',
  do: { save: 'consultation.draft', open: 'consultation.open', answer: 'consultation.answer', hide: 'consultation.moderate', publish: 'consultation.publishReport' },
});
export const meta = titled('consultations.title');

export const loader = load(handle, async ({ context, params, url, lang }) => {
  const { db, actor, now } = context;
  const consultation = await getConsultation(db.read, params.id ?? '');
  const { id, slug, status, titles, questions, backgrounds, opensAt, closesAt } = consultation;
  const comments = await listCommentsForOffice(db.read, id);
  const asked = Number(url.searchParams.get('comment'));
  const mayHandle = may(actor, 'consultation.answer');
  const handled = comments.filter((comment) => mayHandle && whyNotHandle({ status: comment.status, consultationStatus: status }) === null);
  return {
    pageTitle: titles[lang], title: titles[lang], question: questions[lang], slug, status: statusAt(consultation, now), shown: isPublic(status),
    opens: formatInstantZone(opensAt, lang), closes: formatInstantZone(closesAt, lang),
    values: { titles, questions, backgrounds, opensOn: dayOf(opensAt), opensTime: clockOf(opensAt), closesOn: dayOf(closesAt), closesTime: clockOf(closesAt) },
    comments: comments.map(({ number, lang: own, text, authorName, status: state, hiddenReason, disposition, answer }) => ({
      number, lang: own, text, authorName, hidden: state === 'hidden', hiddenReason: hiddenReason ?? '', disposition, answer,
    })),
    count: await countAnswered(db.read, id),
    /** One comment at a time has its forms. */
    asked,
    numbers: handled.map(({ number }) => number),
    canOpen: status === 'draft' && may(actor, 'consultation.open'),
    canPublish: consultationSteps[status].includes('report_published') && may(actor, 'consultation.publishReport'),
  };
});

const back = ({ params, lang }: { params: Record<string, string>; lang: string }) => `/${lang}/office/consultations/${params.id}`;

/** The comment the address of the page speaks of. */
async function commentAsked({ db }: Context, { params, url }: { params: Record<string, string>; url: URL }): Promise<string> {
  const asked = (await listCommentsForOffice(db.read, params.id ?? '')).find(({ number }) => number === Number(url.searchParams.get('comment')));
  if (!asked) throw new NotFound('comment');
  return asked.id;
}

export const action = act(handle, {
  save: doing(ConsultationForm, async (context, input, asked) => {
    await saveConsultation(context, asked.params.id ?? '', input);
    return back(asked);
  }),
  open: doing(nothing, async (context, _input, asked) => {
    await openConsultation(context, asked.params.id ?? '');
    return back(asked);
  }),
  answer: doing(AnswerForm, async (context, input, asked) => {
    await answerComment(context, await commentAsked(context, asked), input);
    return back(asked);
  }),
  hide: doing(HideForm, async (context, input, asked) => {
    await hideComment(context, await commentAsked(context, asked), input);
    return back(asked);
  }),
  publish: doing(ReportForm, async (context, input, asked) => {
    await publishConsultationReport(context, asked.params.id ?? '', input);
    return back(asked);
  }),
});

/** One consultation at the City's desk: opening, answers to comments, the report. */
export default function OfficeConsultation() {
  const data = useLoaderData<typeof loader>();
  const chosen = data.comments.find(({ number }) => number === data.asked && data.numbers.includes(number));
  const t = useT();
  const lang = useLang();
  return (
    <div className="stack section">
      <Breadcrumbs items={[{ href: `/${lang}/office/consultations`, label: t('consultations.title') }]} />
      <h1>{data.title}</h1>
      <p className="tags"><StatusTag status={data.status} /></p>
      <SummaryList
        items={[
          { label: t('consultations.question'), value: data.question },
          { label: t('consultations.opens'), value: data.opens },
          { label: t('consultations.closes'), value: data.closes },
        ]}
      />
      {data.shown ? <p><a href={`/${lang}/consultations/${data.slug}`}>{t('consultations.publicPage')}</a></p> : null}
      {data.canOpen ? (
        <>
          <PostForm intent="open" className="card stack">
            <p>{t('consultations.openHint')}</p>
            <Button tone="spark">{t('consultations.open')}</Button>
          </PostForm>
          <Details summary={t('consultations.edit')}>
            <PostForm intent="save" formId="save" className="stack section">
              <ConsultationFields values={data.values} />
              <Button>{t('consultations.save')}</Button>
            </PostForm>
          </Details>
        </>
      ) : null}
      {data.shown ? (
        <>
          <h2>{t('consultations.comments')}</h2>
          {data.comments.length === 0 ? <EmptyState title={t('consultations.noComments')} /> : <p>{t('consultations.answered', data.count)}</p>}
          {chosen ? <HandleComment comment={chosen} /> : null}
          {data.numbers.length > 0 ? (
            <ul>
              {data.numbers.map((number) => <li key={number}><a href={`?comment=${number}`}>{t('consultations.handle', { number })}</a></li>)}
            </ul>
          ) : null}
          <CommentList comments={data.comments.filter((comment) => comment !== chosen)} />
        </>
      ) : null}
      {data.canPublish ? (
        <PostForm intent="publish" formId="publish" className="card stack">
          <h2>{t('consultations.publish')}</h2>
          <p className="hint">{t('consultations.publishHint')}</p>
          {languages.map((own) => (
            <Field key={own} name={`summary.${own}`} label={`${t('consultations.summary')}: ${languageNames[own]}`} lang={own} multiline rows={4} optional={own !== 'pl'} />
          ))}
          <Button>{t('consultations.publish')}</Button>
        </PostForm>
      ) : null}
    </div>
  );
}
