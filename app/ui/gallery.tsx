import { BarChart } from './bar-chart';
import { Button, LinkButton } from './button';
import { CheckSection } from './check-answers';
import { Checkbox, Checkboxes, Radios, Select } from './choices';
import { DataTable } from './data-table';
import { DayField } from './date-field';
import { Deadline } from './deadline';
import { Details } from './details';
import { Door } from './door';
import { EmptyState } from './empty-state';
import { ErrorSummary } from './error-summary';
import { Field } from './field';
import { FileInput } from './file-input';
import { FormStateProvider, PostForm } from './form';
import { Money } from './money';
import { MoneyField } from './money-field';
import { Confirmation, Notice } from './notice';
import { OwnText } from './own-text';
import { SearchBox } from './search-box';
import { StatRow } from './stat-row';
import { Steps } from './steps';
import { SummaryList } from './summary-list';
import { Tag } from './tag';
import { TaskList } from './task-list';

const refused = {
  intent: 'sample', formId: 'wrong', values: { cost: 'sto', term: { day: '31', month: '2', year: '2027' } },
  errors: [
    { path: 'cost', message: 'Podaj kwotę w złotych, na przykład 120,00' },
    { path: 'term', message: 'Podaj datę: dzień, miesiąc i rok, na przykład 10 12 2026' },
  ],
};
const options = [{ value: 'a', label: 'Stowarzyszenie' }, { value: 'b', label: 'Fundacja', hint: 'Z wpisem do KRS' }];

/** Every component of the portal with Polish samples, for those who build and those who check. */
export function Gallery() {
  return (
    <div className="stack section" lang="pl">
      <Steps items={[{ label: 'Ogłoszenie' }, { label: 'Oferty' }, { label: 'Ocena' }, { label: 'Wyniki' }]} current={1} />
      <Notice tone="deadline"><p><strong>Złóż do <Deadline absolute="10 grudnia 2026, 15:00 czasu krakowskiego" relative="za 17 dni" iso="2026-12-10T15:00:00+01:00" /></strong></p></Notice>
      <Notice>Zwykła informacja</Notice>
      <Notice tone="good">Zapisano</Notice>
      <Notice tone="bad" title="Uwaga">Tego nie da się cofnąć</Notice>
      <p className="row"><Tag>zwykły</Tag><Tag tone="good">przyjęta</Tag><Tag tone="wait">czeka</Tag><Tag tone="info">rezerwowa</Tag><Tag tone="bad">do poprawy</Tag></p>
      <p className="row"><Button>Dalej</Button><Button tone="plain">Wróć</Button><Button tone="spark">Szukaj</Button><Button tone="bad">Usuń</Button><LinkButton href="#main">Odnośnik</LinkButton></p>
      <SearchBox action="#main" label="Szukaj" button="Szukaj" />
      <FormStateProvider state={refused} requestKey="">
        <ErrorSummary />
        <PostForm intent="sample" formId="wrong" className="stack">
          <MoneyField name="cost" label="Koszt jednostkowy" />
          <DayField name="term" legend="Termin" />
        </PostForm>
      </FormStateProvider>
      <PostForm intent="sample" className="stack">
        <Field name="title" label="Tytuł zadania" hint="Jedno zdanie" maxLength={250} />
        <Field name="description" label="Opis" multiline optional />
        <Select name="form" label="Forma prawna" options={options.map(({ value, label }) => ({ value, label }))} />
        <Radios name="kind" legend="Rodzaj" options={options} defaultValue="a" />
        <Checkboxes name="groups" legend="Dla kogo" options={options} defaultValue={['b']} />
        <Checkbox name="agree" label="Wszystkie podane informacje są prawdziwe" />
        <FileInput purpose="sample" subjectId="" label="Załącznik" hint="PDF lub zdjęcie, do 10 MB" files={[{ id: 'x', name: 'statut.pdf', size: 234_000 }]} />
      </PostForm>
      <TaskList done={1} total={2} items={[{ href: '#main', label: 'Opisz zadanie', status: { text: 'Gotowe' } }, { href: '#main', label: 'Ułóż budżet', hint: 'Źródła są niższe niż koszty', status: { text: 'Do poprawy', tone: 'bad' } }]} />
      <CheckSection title="Dane organizacji" change={{ href: '#main', what: 'dane organizacji' }}>
        <SummaryList items={[{ label: 'Nazwa', value: 'Stowarzyszenie Przykład', change: { href: '#main', what: 'nazwę' } }, { label: 'Dotacja', value: <Money grosze={900_000} /> }]} />
      </CheckSection>
      <DataTable
        caption="Koszty realizacji działań"
        columns={[{ key: 'kind', label: 'Rodzaj kosztu', rowHeader: true }, { key: 'total', label: 'Razem', numeric: true }]}
        rows={[{ id: '1', cells: { kind: 'Prowadzenie spotkań', total: '9 600,00 zł' }, line: true }, { id: '2', cells: { kind: 'Wynajem sali', total: '2 400,00 zł' } }]}
      />
      <StatRow items={[{ label: 'Organizacje', value: '55' }, { label: 'Otwarte nabory', value: '2' }]} />
      <BarChart title="Najwięcej dotacji dostał Stare Miasto" bars={[{ label: 'Stare Miasto', value: 12, text: '12' }, { label: 'Podgórze', value: 7, text: '7' }]} />
      <div className="grid"><Door href="#main" title="Szukam pomocy">Organizacje według potrzeby.</Door></div>
      <OwnText lang="uk">Разом ми можемо більше.</OwnText>
      <Details summary="Dlaczego o to pytamy">Bo tak mówi ustawa.</Details>
      <EmptyState title="Nie ma jeszcze żadnych ofert"><p>Pierwsza pojawi się po zamknięciu naboru.</p></EmptyState>
      <Confirmation title="Oferta złożona" number="OK-2026-000123" numberLabel="Numer potwierdzenia" />
    </div>
  );
}
