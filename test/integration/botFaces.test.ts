// One installation for all of them: starting one is most of what a file costs.
import './botFaces/openai'
import './botFaces/responses'
import './botFaces/mcp'
import './botFaces/keys'
import './botFaces/clients'
import './botFaces/reading'
