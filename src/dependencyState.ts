export interface DependencyState {
  state: 'ok' | 'degraded' | 'down'
  detail: string
}
