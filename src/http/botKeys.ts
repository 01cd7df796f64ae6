import type { Payload } from 'payload'
import type { User } from '../../payload-types'
import { onlyWho } from '../governance/permissionWords'
import { may } from '../governance/permissions'
import { authenticateUser } from './authenticate'
import { forbidden } from './problem'

/** The signed-in person, who may change bots. @param act what is done, for who may not. @throws {HttpProblem} 401, 403 */
export async function authenticateBotAdmin(payload: Payload, request: Request, act: string): Promise<User> {
  const user = await authenticateUser(payload, request)
  if (!may(user, 'manageBots')) throw forbidden(onlyWho('manageBots', act))
  return user
}
