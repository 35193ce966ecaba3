import { useLoaderData } from '@remix-run/react';
import { declare } from '~/access/declare';
import { load } from '~/http/load.server';
import { titled } from '~/http/title';
import { useT } from '~/i18n/react';
import { Notice } from '~/ui/notice';

export const handle = declare({ see: 'public.read', kept: 'hour' });
export const meta = titled('pages.a11y.title');
export const loader = load(handle, async ({ context }) => ({ origin: context.origin }));

// The law wants the statement in Polish, and machines read it by the ids of the technical conditions v2.0
// of 31 July 2024: each stands once, and the words are not in the catalogue because no translation binds.
export default function Accessibility() {
  const { origin } = useLoaderData<typeof loader>();
  const t = useT();
  return (
    <div className="stack section">
      <h1>{t('pages.a11y.title')}</h1>
      <p>{t('pages.a11y.note')}</p>
      <Notice>{t('pages.contactExample')}</Notice>
      <div lang="pl" className="prose">
        <p id="a11y-wstep">
          <span id="a11y-podmiot">Urząd Miasta Krakowa</span> zobowiązuje się zapewnić dostępność strony internetowej{' '}
          <span id="a11y-zakres">Otwarty Kraków</span> zgodnie z ustawą z dnia 4 kwietnia 2019 r. o dostępności cyfrowej stron
          internetowych i aplikacji mobilnych podmiotów publicznych. Deklaracja dotyczy strony pod adresem <a id="a11y-url" href={origin}>{origin}</a>.
        </p>
        <ul>
          <li>Data publikacji strony: <time id="a11y-data-publikacja" dateTime="2026-11-23">23 listopada 2026 r.</time></li>
          <li>Data ostatniej istotnej aktualizacji: <time id="a11y-data-aktualizacja" dateTime="2026-11-23">23 listopada 2026 r.</time></li>
        </ul>
        <h2>Stan dostępności cyfrowej</h2>
        <p id="a11y-status">Strona jest <strong>częściowo zgodna</strong> z ustawą, z powodu niezgodności wymienionych niżej.</p>
        <h3>Treści niedostępne</h3>
        <ul>
          <li>Pliki dołączone przez organizacje mogą nie mieć znaczników ani opisów. Na prośbę podamy ich treść w innej formie.</li>
          <li>Portal nie ma jeszcze filmu w polskim języku migowym ani tekstu łatwego do czytania.</li>
        </ul>
        <h3>Sporządzenie deklaracji</h3>
        <p>
          Deklarację sporządzono <time id="a11y-data-sporzadzenie" dateTime="2026-11-23">23 listopada 2026 r.</time> na podstawie
          samooceny. Przeglądamy ją co roku do 31 marca i po każdej istotnej zmianie.
        </p>
        <h3>Skróty klawiaturowe</h3>
        <p>Portal nie ma własnych skrótów. Działają skróty przeglądarki i klawisz Tab.</p>
        <h2 id="a11y-kontakt">Informacje zwrotne i dane kontaktowe</h2>
        <p>Problem z dostępnością zgłoś Wydziałowi Polityki Społecznej i Zdrowia:</p>
        <ul>
          <li>e-mail: <a id="a11y-email" href="mailto:dostepnosc@example.org">dostepnosc@example.org</a></li>
          <li>telefon: <a id="a11y-telefon" href="tel:+48120000000">12 000 00 00</a></li>
        </ul>
        <h2>Procedura wnioskowo-skargowa</h2>
        <div id="a11y-procedura" className="stack">
          <p>Każdy może zażądać dostępności strony lub jej elementu albo treści w innej formie, na przykład odczytania dokumentu.</p>
          <p>Podaj, o którą stronę chodzi, jaki masz problem i jak się z Tobą skontaktować.</p>
          <p>Spełnimy żądanie niezwłocznie, najpóźniej w 7 dni. Jeśli się nie da, podamy nowy termin, nie dłuższy niż 2 miesiące.</p>
          <p>Jeśli odmówimy, możesz złożyć skargę do Urzędu. Potem możesz zwrócić się do <a href="https://bip.brpo.gov.pl/">Rzecznika Praw Obywatelskich</a>.</p>
        </div>
        <h2>Dostępność architektoniczna</h2>
        <p id="a11y-architektura">Wydział Polityki Społecznej i Zdrowia, ul. Dekerta 24, Kraków. Zanim przyjdziesz, zapytaj o wejście, windę i toaletę. Opis budynku wpisze Urząd.</p>
        <h2>Dostępność informacyjno-komunikacyjna</h2>
        <p id="a11y-komunikacja">Możesz umówić rozmowę z tłumaczem polskiego języka migowego. Napisz na adres podany wyżej.</p>
      </div>
    </div>
  );
}
