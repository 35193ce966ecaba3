import { useT } from '~/i18n/react';
import { Button, LinkButton } from '~/ui/button';
import { fieldId, PostForm } from '~/ui/form';
import { Notice } from '~/ui/notice';
import { TaskList } from '~/ui/task-list';
import { announcementChecks, type AnnouncementStop } from '../rules';

type Props = { base: string; stops: AnnouncementStop[]; mayEdit: boolean };

/** What stops publication, each with the way to its field; when nothing does, the way on. */
export function CallStops({ base, stops, mayEdit }: Props) {
  const t = useT();
  if (stops.length === 0)
    return (
      <section className="stack">
        <Notice tone="good">{t('calls.stops.none')}</Notice>
        {mayEdit ? (
          <>
            <PostForm intent="send"><Button>{t('calls.send')}</Button></PostForm>
            <p><LinkButton href={`${base}/edit`} tone="plain">{t('calls.edit')}</LinkButton></p>
          </>
        ) : null}
      </section>
    );
  return (
    <section className="stack">
      <h2>{t('calls.stops')}</h2>
      <TaskList
        done={announcementChecks - stops.length}
        total={announcementChecks}
        items={stops.map(({ code, field }) => ({
          ...(mayEdit ? { href: `${base}/${field === 'requiredAttachments' ? 'attachments' : 'edit'}#${fieldId(field)}` } : {}),
          label: t(`calls.field.${field}` as const),
          hint: t(`refusal.${code}` as const),
          status: { text: t('calls.stops.fill'), tone: 'wait' as const },
        }))}
      />
      {mayEdit ? <p><LinkButton href={`${base}/edit`}>{t('calls.edit')}</LinkButton></p> : null}
    </section>
  );
}
