import { useT } from '~/i18n/react';
import { fieldId, useFormState, useLabels } from './form';

/** What is wrong, at the top of the page, each line leading to its field; takes the focus. */
export function ErrorSummary() {
  const t = useT();
  const refused = useFormState();
  const called = useLabels();
  if (!refused) return null;
  const { errors, message, formId } = refused;
  return (
    <div className="error-summary stack" role="alert" tabIndex={-1} id="error-summary" data-island="error-summary">
      <h2>{errors.length > 0 ? t('ui.correct', { n: errors.length }) : t('ui.notDone')}</h2>
      {message ? <p className="error">{message}</p> : null}
      {errors.length > 0 ? (
        <ul>
          {errors.map(({ path, message: sentence }) => {
            const id = fieldId(path, formId);
            const label = called(id);
            return <li key={path}><a href={`#${id}`}>{label ? `${label}: ` : ''}{sentence}</a></li>;
          })}
        </ul>
      ) : null}
    </div>
  );
}
