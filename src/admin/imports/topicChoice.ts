export interface TopicChoice {
  id: string
  name: string
}
