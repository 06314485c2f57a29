// How "./mvnw -Pbundle" puts what browsers load into files; no other command reads this.
import type { UserConfigFn } from 'vite';
import { overrideVaadinConfig } from './vite.generated';

type Modules = { getModuleInfo(id: string): { isEntry: boolean; importers: string[]; dynamicImporters: string[] } | null };

const first = new Map<string, boolean>();

/** Whether the first page needs a module. What only other pages need lies behind a route's own chunk. */
function isFirst(id: string, modules: Modules): boolean {
  const known = first.get(id);
  if (known !== undefined) {
    return known;
  }
  first.set(id, false); // modules may import each other
  const module = modules.getModuleInfo(id);
  const needed =
    module !== null &&
    (module.isEntry ||
      module.importers.some((by) => isFirst(by, modules)) ||
      (!id.includes('/chunks/') && module.dynamicImporters.some((by) => isFirst(by, modules))));
  first.set(id, needed);
  return needed;
}

// One file for the first page, where Vaadin makes twenty: each costs a phone a request.
const oneFile: UserConfigFn = () => ({
  build: {
    rolldownOptions: {
      output: {
        codeSplitting: { groups: [{ name: (id: string, modules: Modules) => (isFirst(id, modules) ? 'first' : null) }] }
      }
    }
  }
});

export default overrideVaadinConfig(oneFile);
