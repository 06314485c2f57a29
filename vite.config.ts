// How "./mvnw -Pbundle" puts what browsers load into two files: what the first page needs, and what all others need. No other
// command reads this.
import { createHash } from 'node:crypto';
import type { UserConfigFn } from 'vite';
import { overrideVaadinConfig } from './vite.generated';

type Modules = { getModuleInfo(id: string): { isEntry: boolean; importers: string[]; dynamicImporters: string[] } | null };

/** Classes that do with the first file. A class that is not named here brings the second one, so that no view lacks anything. */
const FIRST = [
  'com.vaadin.flow.component.UI',
  'com.vaadin.flow.component.HtmlComponent',
  'com.vaadin.flow.component.HtmlContainer',
  'com.vaadin.flow.component.html.Div',
  'com.vaadin.flow.component.button.Button',
  'se.handtag.ui.kit.Press',
  'se.handtag.ui.employee.MyDevicesView'
];

/** In place of Vaadin's list of a file for each view, by which a changed view would miss what it did not use before. */
const twoFiles = {
  name: 'handtag:two-files',
  enforce: 'pre' as const,
  transform(code: string, id: string) {
    if (!id.endsWith('/generated-flow-imports.js')) {
      return undefined;
    }
    const begin = code.indexOf('const loadOnDemand');
    const end = code.indexOf('window.Vaadin =', begin);
    const others = [...new Set(code.match(/import\('\.\/chunks\/[^']+'\)/g))];
    if (begin < 0 || end < 0 || others.length === 0) {
      throw new Error('Vaadin writes its imports in another way than vite.config.ts knows');
    }
    const keys = FIRST.map((name) => createHash('sha256').update(name).digest('hex'));
    return `${code.slice(0, begin)}const first = new Set(${JSON.stringify(keys)});
const loadOnDemand = (key) => (first.has(key) ? Promise.resolve() : Promise.all([${others.join(', ')}]));
${code.slice(end)}`;
  }
};

const known = new Map<string, boolean>();

/** Whether the first page needs a module. */
function isFirst(id: string, modules: Modules): boolean {
  const before = known.get(id);
  if (before !== undefined) {
    return before;
  }
  known.set(id, false); // modules may import each other
  const module = modules.getModuleInfo(id);
  const needed =
    module !== null &&
    (module.isEntry ||
      module.importers.some((by) => isFirst(by, modules)) ||
      (!id.includes('/chunks/') && module.dynamicImporters.some((by) => isFirst(by, modules))));
  known.set(id, needed);
  return needed;
}

const config: UserConfigFn = () => ({
  plugins: [twoFiles],
  build: {
    rolldownOptions: {
      output: {
        codeSplitting: {
          groups: [{ name: (id: string, modules: Modules) => (isFirst(id, modules) ? 'first' : 'others') }]
        }
      }
    }
  }
});

export default overrideVaadinConfig(config);
