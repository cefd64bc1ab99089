const escapeHtml = (text: string): string =>
  text.replace(/[&<>"']/g, (character) => `&#${character.charCodeAt(0)};`);

/** What the demo CRM shows: who calls, and every parameter it received and decrypted. */
export function crmPage(parameters: Readonly<Record<string, string>>, problem: string): string {
  const rows = Object.entries(parameters)
    .map(([name, value]) => `<tr><th>${escapeHtml(name)}</th><td>${escapeHtml(value)}</td></tr>`)
    .join('\n');
  const who = parameters['name'] ?? parameters['phone'] ?? 'Demo CRM';
  const note =
    problem === ''
      ? 'These parameters were encrypted in the URL and decrypted by this page’s server.'
      : problem;
  return `<!doctype html>
<html lang="en"><head><meta charset="utf-8"><title>${escapeHtml(who)}</title>
<style>
  body { font: 15px/1.5 system-ui, sans-serif; margin: 0; color: #212529; background: #f1f3f5; }
  header { background: #0b7285; color: #fff; padding: 1rem 2rem; }
  header p { margin: 0; opacity: .9; } header h1 { margin: 0; font-size: 1.5rem; }
  main { max-width: 46rem; margin: 1.5rem auto; background: #fff; border-radius: 8px; padding: 1.5rem 2rem;
         box-shadow: 0 1px 4px #0002; }
  table { border-collapse: collapse; width: 100%; }
  th, td { text-align: left; padding: .45rem .6rem; border-bottom: 1px solid #e9ecef; overflow-wrap: anywhere; }
  th { width: 12rem; font-weight: 600; }
  .note { color: #495057; margin: 0 0 1rem; } label { display: block; margin-top: 1.25rem; font-weight: 600; }
  textarea { width: 100%; box-sizing: border-box; min-height: 5rem; font: inherit; margin-top: .3rem; }
</style></head><body>
<header><p>Demo CRM</p><h1>${escapeHtml(who)}</h1></header>
<main><p class="note">${escapeHtml(note)}</p>
<table><tbody>
${rows}
</tbody></table>
<label>Notes<textarea placeholder="Type here while you talk"></textarea></label>
</main></body></html>`;
}
