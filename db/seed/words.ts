import { getApplication } from '~/modules/applications/queries.server';
import { saveSection } from '~/modules/applications/saving.server';
import { chooseLanguage } from '~/modules/applications/words.server';
import type { World } from './world';

/** An organisation that thinks in Ukrainian writes so beside the Polish of its draft: one text translated by a person, one by a machine. */
export async function writeBesidePolish(world: World, personId: string, id: string): Promise<void> {
  const writer = await world.as(personId, world.moment(-2, '18:40'));
  await chooseLanguage(writer, id, { lang: 'uk' });
  const { content, version } = await getApplication(world.db.read, id);
  if (!content.task || !content.results) return;
  const synthesis = { lang: 'uk', text: 'Ми зустрічаємося щотижня в районі, у місці без бар’єрів. Волонтери чергують і допомагають із перекладом.', mark: 'person', by: 'Daryna Shevchuk' } as const;
  const { version: next } = await saveSection(writer, id, 'task', { ...content.task, words: { synthesis } }, version);
  const text = { lang: 'uk', text: 'Учасники знають свої права й місця, де їм допоможуть. Гурт діятиме й після завершення проєкту.', mark: 'machine' } as const;
  await saveSection(writer, id, 'results', { ...content.results, words: { text } }, next);
}
