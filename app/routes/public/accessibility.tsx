import { useLoaderData } from '@remix-run/react';
import { declare } from '~/access/declare';
import { load } from '~/http/load.server';
import { titled } from '~/http/title';
import { useT } from '~/i18n/react';

export const handle = declare({ see: 'public.read' });
export const meta = titled('pages.a11y.title');
export const loader = load(handle, async ({ context }) => ({ origin: context.origin }));

// The statutory ids (technical conditions v2.0 of 31 July 2024) are read by machines: each stands once.
export default function Accessibility() {
  const { origin } = useLoaderData<typeof loader>();
  const t = useT();
  return (
    <div className="prose">
      <h1>{t('pages.a11y.title')}</h1>
      <p>{t('pages.a11y.note')}</p>
      <div lang="pl" className="prose">
        <p id="a11y-wstep"><span id="a11y-podmiot">Urząd Miasta Krakowa</span> zobowiązuje się zapewnić dostępność portalu zgodnie z ustawą z dnia 4 kwietnia 2019 r. o dostępności cyfrowej stron internetowych i aplikacji mobilnych podmiotów publicznych. Deklaracja dotyczy <span id="a11y-zakres">portalu Otwarty Kraków</span>: <a id="a11y-url" href={origin}>{origin}</a>.</p>
        <ul>
          <li>Data publikacji: <time id="a11y-data-publikacja" dateTime="2026-11-23">23 listopada 2026</time></li>
          <li>Data ostatniej istotnej aktualizacji: <time id="a11y-data-aktualizacja" dateTime="2026-11-23">23 listopada 2026</time></li>
        </ul>
        <h2 id="a11y-status">Stan: częściowo zgodna</h2>
        <p>Pliki dołączane przez organizacje mogą nie być dostępne. Na prośbę przygotujemy ich treść w innej formie.</p>
        <p>Deklarację sporządzono <time id="a11y-data-sporzadzenie" dateTime="2026-11-23">23 listopada 2026</time> na podstawie samooceny.</p>
        <h2 id="a11y-kontakt">Kontakt</h2>
        <p>Problemy z dostępnością zgłoś: <a id="a11y-email" href="mailto:dostepnosc@um.krakow.pl">dostepnosc@um.krakow.pl</a>, telefon <a id="a11y-telefon" href="tel:+48120000000">12 000 00 00</a>.</p>
        <h2 id="a11y-procedura">Procedura wnioskowo-skargowa</h2>
        <p>Każdy może wystąpić z żądaniem zapewnienia dostępności. Odpowiadamy niezwłocznie, najpóźniej w 7 dni, a jeśli to niemożliwe, informujemy o nowym terminie, nie dłuższym niż 2 miesiące. Na odmowę lub brak odpowiedzi możesz złożyć skargę, a po jej wyczerpaniu zwrócić się do Rzecznika Praw Obywatelskich.</p>
        <h2 id="a11y-architektura">Dostępność architektoniczna</h2>
        <p>Wydział Polityki Społecznej i Zdrowia, ul. Dekerta 24: wejście z poziomu chodnika, winda, toaleta dla osób z niepełnosprawnościami.</p>
        <h2 id="a11y-komunikacja">Dostępność informacyjno-komunikacyjna</h2>
        <p>Zapewniamy tłumacza polskiego języka migowego online i na miejscu po umówieniu.</p>
      </div>
    </div>
  );
}
