/**
 * Every state of every part on one page. `?scheme=system` draws each once, in the browser's own scheme, instead of side by side in light
 * and dark; `?only=peek` draws one group.
 */
import { render } from 'preact';
import { type GalleryState, groups } from './states.tsx';

const query = new URLSearchParams(location.search);
const schemes: readonly string[] = query.get('scheme') === 'system' ? ['light dark'] : ['light', 'dark'];
const shown = Object.entries(groups).filter(([group]) => [null, group].includes(query.get('only')));

/** A shadow root to each: ids and styles of one state stay out of the others, as they do in a page. */
function drawInto(host: HTMLElement | null, state: GalleryState): void {
  if (!host || host.shadowRoot) return;
  const root = host.attachShadow({ mode: 'open' });
  const sheet = document.createElement('style');
  // The scheme of the frame, not of the browser; and nothing half faded in on a picture.
  sheet.textContent = `${state.styles}\n.theme{color-scheme:inherit}.card{animation:none}`;
  const mount = document.createElement('div');
  root.append(sheet, mount);
  render(state.draw(), mount);
  state.after?.(root);
}

function Gallery() {
  return (
    <>
      <h1>Evenhand: every part in every state</h1>
      <nav aria-label="Groups">
        <a href="?">All</a>
        {Object.keys(groups).map((group) => (
          <a key={group} href={`?only=${group}`}>
            {group}
          </a>
        ))}
      </nav>
      {shown.map(([group, states]) => (
        <section key={group} aria-label={group}>
          <h2>{group}</h2>
          <div class="states">
            {states.map((state) => (
              <div key={state.title} class="state" data-state={`${group}: ${state.title}`}>
                <h3>{state.title}</h3>
                <div class="schemes">
                  {schemes.map((scheme) => (
                    <div key={scheme} class="frame" style={{ colorScheme: scheme }}>
                      <div class="host" ref={(host) => drawInto(host, state)} />
                    </div>
                  ))}
                </div>
              </div>
            ))}
          </div>
        </section>
      ))}
    </>
  );
}

const main = document.getElementById('gallery');
if (main) render(<Gallery />, main);
