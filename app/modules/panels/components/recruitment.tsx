import { useLang, useT } from '~/i18n/react';
import { formatDay } from '~/shared/time';
import { Notice } from '~/ui/notice';
import { OwnText } from '~/ui/own-text';
import { SummaryList } from '~/ui/summary-list';

type RecruitmentProps = { recruitment: { until: string; places: number; expected: string; proposed: number }; today: string };

/** Until when members are looked for, how many, and what is expected; after that day, what came of it. */
export function RecruitmentView({ recruitment: { until, places, expected, proposed }, today }: RecruitmentProps) {
  const t = useT();
  const lang = useLang();
  return (
    <>
      <SummaryList items={[
        { label: t('recruitment.until'), value: formatDay(until, lang) },
        { label: t('recruitment.places'), value: String(places) },
        { label: t('recruitment.expected'), value: <OwnText lang="pl">{expected}</OwnText> },
      ]} />
      <p>{t('recruitment.who')}</p>
      {today > until ? <Notice>{t(proposed > 0 ? 'recruitment.over' : 'recruitment.nobody')}</Notice> : null}
    </>
  );
}

/** The search for members on the page of a call. */
export function PublicRecruitment({ slug, open, ...view }: RecruitmentProps & { slug: string; open: boolean }) {
  const t = useT();
  const lang = useLang();
  return (
    <section className="stack" id="committee">
      <h2>{t('recruitment.title')}</h2>
      <p>{t('recruitment.lead')}</p>
      <RecruitmentView {...view} />
      {open && view.today <= view.recruitment.until ? <p><a className="button plain" href={`/${lang}/calls/${slug}/committee`}>{t('recruitment.propose')}</a></p> : null}
    </section>
  );
}
