import type { Answer, Comparison, Engine, Explanation, HistoryRow, PlanReport, Summary } from './engine';

const wait = (ms: number) => new Promise((resolve) => setTimeout(resolve, ms));
async function get<T>(path: string): Promise<Answer<T>> {
  const json = await (await fetch(path)).text();
  return { ok: true, value: JSON.parse(json) as T, json, notes: [] };
}
export async function startEngine(): Promise<Engine> {
  return {
    async check() { return { ok: true, value: null, json: '', notes: [] }; },
    async run(request) {
      await wait(50);
      if (request.scenario.yaml.includes('casualties')) return get<Summary>('stand-in/parts.json');
      return get<Summary>(request.scenario.yaml.includes('surge') || request.scenario.yaml.includes('my') ? 'stand-in/surge.json' : 'stand-in/base.json');
    },
    async compare() { return get<Comparison>('stand-in/compare.json'); },
    async plan() { return get<PlanReport>('stand-in/plan.json'); },
    async explain() { return get<Explanation>('stand-in/explain.json'); },
    async csv() { return { ok: true, value: { 'completion.csv': 'a,b\n' }, json: '', notes: [] }; },
    async history(_scenario, code) {
      const text = await (await fetch('stand-in/history.csv')).text();
      const rows = text.trim().split('\n').slice(1).map((line) => line.split(',')).map(([state, year, variable, value, unit, source, published]) => ({
        state: state!, year: year ? Number(year) : null, variable: variable!, value: value!, unit: unit!, source: source!, published: published ? Number(published) : null,
      })).filter((row) => !code || row.state === code);
      return { ok: true, value: rows as HistoryRow[], json: '', notes: [] };
    },
    scenarios: () => [], scenarioText: () => '', close() {},
  };
}
