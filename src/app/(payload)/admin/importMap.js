import { StateCell as StateCell_3b4e5e973b1b1c93c84fdc14b0ecab90 } from '../../../../src/admin/states/StateCell'
import { WorkflowRail as WorkflowRail_14b9645245e1457ee983b67b827fa30d } from '../../../../src/admin/workflow/WorkflowRail'
import { InstantField as InstantField_546f369433a1b3c6e56f7000b3fc7aee } from '../../../../src/admin/time/InstantField'
import { VerificationCell as VerificationCell_784727e6a9d6acb0321652265d3fd191 } from '../../../../src/admin/states/VerificationCell'
import { RscEntryLexicalCell as RscEntryLexicalCell_44fe37237e0ebf4470c9990d8cb7b07e } from '@payloadcms/richtext-lexical/rsc'
import { RscEntryLexicalField as RscEntryLexicalField_44fe37237e0ebf4470c9990d8cb7b07e } from '@payloadcms/richtext-lexical/rsc'
import { LexicalDiffComponent as LexicalDiffComponent_44fe37237e0ebf4470c9990d8cb7b07e } from '@payloadcms/richtext-lexical/rsc'
import { ParagraphFeatureClient as ParagraphFeatureClient_e70f5e05f09f93e00b997edb1ef0c864 } from '@payloadcms/richtext-lexical/client'
import { HeadingFeatureClient as HeadingFeatureClient_e70f5e05f09f93e00b997edb1ef0c864 } from '@payloadcms/richtext-lexical/client'
import { BoldFeatureClient as BoldFeatureClient_e70f5e05f09f93e00b997edb1ef0c864 } from '@payloadcms/richtext-lexical/client'
import { ItalicFeatureClient as ItalicFeatureClient_e70f5e05f09f93e00b997edb1ef0c864 } from '@payloadcms/richtext-lexical/client'
import { StrikethroughFeatureClient as StrikethroughFeatureClient_e70f5e05f09f93e00b997edb1ef0c864 } from '@payloadcms/richtext-lexical/client'
import { InlineCodeFeatureClient as InlineCodeFeatureClient_e70f5e05f09f93e00b997edb1ef0c864 } from '@payloadcms/richtext-lexical/client'
import { LinkFeatureClient as LinkFeatureClient_e70f5e05f09f93e00b997edb1ef0c864 } from '@payloadcms/richtext-lexical/client'
import { OrderedListFeatureClient as OrderedListFeatureClient_e70f5e05f09f93e00b997edb1ef0c864 } from '@payloadcms/richtext-lexical/client'
import { UnorderedListFeatureClient as UnorderedListFeatureClient_e70f5e05f09f93e00b997edb1ef0c864 } from '@payloadcms/richtext-lexical/client'
import { IndentFeatureClient as IndentFeatureClient_e70f5e05f09f93e00b997edb1ef0c864 } from '@payloadcms/richtext-lexical/client'
import { BlockquoteFeatureClient as BlockquoteFeatureClient_e70f5e05f09f93e00b997edb1ef0c864 } from '@payloadcms/richtext-lexical/client'
import { HorizontalRuleFeatureClient as HorizontalRuleFeatureClient_e70f5e05f09f93e00b997edb1ef0c864 } from '@payloadcms/richtext-lexical/client'
import { TableFeatureClient as TableFeatureClient_e70f5e05f09f93e00b997edb1ef0c864 } from '@payloadcms/richtext-lexical/client'
import { FixedToolbarFeatureClient as FixedToolbarFeatureClient_e70f5e05f09f93e00b997edb1ef0c864 } from '@payloadcms/richtext-lexical/client'
import { WordsCell as WordsCell_3b4e5e973b1b1c93c84fdc14b0ecab90 } from '../../../../src/admin/states/StateCell'
import { MomentCell as MomentCell_2fdd002ea666e6d54aa10ee02e21a376 } from '../../../../src/admin/time/MomentCell'
import { ImportHere as ImportHere_3465e9231724984b7248031d66236ae8 } from '../../../../src/admin/imports/ImportHere'
import { ListHits as ListHits_5b6a5042933a96d30486579a47253948 } from '../../../../src/admin/search/ListHits'
import { ListDescription as ListDescription_46986dcb6b49c416bb88698b3f619013 } from '../../../../src/admin/lists/ListDescription'
import { SaveAfterAsking as SaveAfterAsking_6cc3a9e9ec2d35502d61f6e12e2a2233 } from '../../../../src/admin/workflow/SaveAfterAsking'
import { GovernedEditView as GovernedEditView_3bbec77d31b49f268321bfba33175321 } from '../../../../src/admin/workflow/GovernedEditView'
import { EscalationRoom as EscalationRoom_37af0df31f92ac6b0b44d3a0949c34cf } from '../../../../src/admin/escalation/EscalationRoom'
import { OnOffCell as OnOffCell_3b4e5e973b1b1c93c84fdc14b0ecab90 } from '../../../../src/admin/states/StateCell'
import { PendingRights as PendingRights_33c5c6c0ec8fcd836b303e60f502f408 } from '../../../../src/admin/people/PendingRights'
import { KindCell as KindCell_662c0aefecc21d2fafb7dec6b56d99d4 } from '../../../../src/admin/sources/SourceCells'
import { LocationCell as LocationCell_662c0aefecc21d2fafb7dec6b56d99d4 } from '../../../../src/admin/sources/SourceCells'
import { SyncStateCell as SyncStateCell_662c0aefecc21d2fafb7dec6b56d99d4 } from '../../../../src/admin/sources/SourceCells'
import { FailedCell as FailedCell_662c0aefecc21d2fafb7dec6b56d99d4 } from '../../../../src/admin/sources/SourceCells'
import { GoneCell as GoneCell_662c0aefecc21d2fafb7dec6b56d99d4 } from '../../../../src/admin/sources/SourceCells'
import { ConflictCell as ConflictCell_662c0aefecc21d2fafb7dec6b56d99d4 } from '../../../../src/admin/sources/SourceCells'
import { JsonView as JsonView_10cc8d4865518ffb417729dbfd68148e } from '../../../../src/admin/JsonView'
import { SourceState as SourceState_3f34254ecf30869c28bdb149da45cddf } from '../../../../src/admin/sources/SourceState'
import { SyncCell as SyncCell_cd083c7dcaba547bb2f3d8c7c1f6a2f7 } from '../../../../src/admin/sources/SyncCell'
import { SourceItems as SourceItems_9224b653454271c917e809ace1229960 } from '../../../../src/admin/sources/SourceItems'
import { NoSources as NoSources_252ba1231583dce8742170f830a2c100 } from '../../../../src/admin/sources/NoSources'
import { GapPage as GapPage_2332a192feecdae0dd4af6c8c863b425 } from '../../../../src/admin/gaps/GapPage'
import { GapBacklog as GapBacklog_cc2fc3845e9a52328ce165016d66d22b } from '../../../../src/admin/gaps/GapBacklog'
import { VerdictPage as VerdictPage_46e2119434b23cb771ab5af786e3d1af } from '../../../../src/admin/transcripts/VerdictPage'
import { TranscriptsRoom as TranscriptsRoom_bfa3ff4e36732f699eebd3dc0cda0b12 } from '../../../../src/admin/transcripts/TranscriptsRoom'
import { ReasonCell as ReasonCell_3b4e5e973b1b1c93c84fdc14b0ecab90 } from '../../../../src/admin/states/StateCell'
import { HandoverPage as HandoverPage_0ff84ec93195f61fe081b52c91aff7a9 } from '../../../../src/admin/handovers/HandoverPage'
import { HandoverList as HandoverList_24d05905391650a4591e98b022fbb39e } from '../../../../src/admin/handovers/HandoverList'
import { OutcomeCell as OutcomeCell_3b4e5e973b1b1c93c84fdc14b0ecab90 } from '../../../../src/admin/states/StateCell'
import { NothingYet as NothingYet_795fb900dd44d46055304d532016c3ce } from '../../../../src/admin/lists/NothingYet'
import { ReceiptPage as ReceiptPage_05cdaf3155aefd607ba1e3dc73222d84 } from '../../../../src/admin/receipts/ReceiptPage'
import { ReportPage as ReportPage_d81527a856829e0b74544975f0c46f85 } from '../../../../src/admin/outcomes/ReportPage'
import { OutcomesRoom as OutcomesRoom_09bb90bd01326bca83f5966b6bd2c580 } from '../../../../src/admin/outcomes/OutcomesRoom'
import { RunPage as RunPage_bc459fbdcbe2b24bce5187850adf7f08 } from '../../../../src/admin/evals/RunPage'
import { EvalsRoom as EvalsRoom_58b31d5da11bf51842d722b538287f79 } from '../../../../src/admin/evals/EvalsRoom'
import { CalibrationStateCell as CalibrationStateCell_e273d739e1fb0dad083179707aa166ad } from '../../../../src/admin/calibrations/CalibrationStateCell'
import { CalibrationPage as CalibrationPage_998847ad4a4c50a4f1e6f3abcfab6554 } from '../../../../src/admin/calibrations/CalibrationPage'
import { KeyList as KeyList_e69438c3c7838fe6c85a387bf6266398 } from '../../../../src/admin/bots/KeyList'
import { CreateKey as CreateKey_4b3e44db60c3dd48c4c37db88e722560 } from '../../../../src/admin/bots/CreateKey'
import { NewSecret as NewSecret_a9abfb81b3df027debbbef2b32b47675 } from '../../../../src/admin/webhooks/NewSecret'
import { SignIn as SignIn_9f637102a2611e78f70a87211c0e8534 } from '../../../../src/admin/webhooks/SignIn'
import { SendAgain as SendAgain_d9726a4ef1309e6197c7e013db908a97 } from '../../../../src/admin/webhooks/SendAgain'
import { RolesCell as RolesCell_289195b858479088ce624ad7b8f62e85 } from '../../../../src/admin/people/RolesCell'
import { RolesField as RolesField_52f22ff0939389b51e71f22567e6a863 } from '../../../../src/admin/people/RolesField'
import { CurrentPassword as CurrentPassword_458b0b80e4cd6c3a96149c65a0769493 } from '../../../../src/admin/people/CurrentPassword'
import { SecondFactorCell as SecondFactorCell_afe0f531be2831d999f86d9c1e2552cf } from '../../../../src/admin/people/SecondFactorCell'
import { SecondFactor as SecondFactor_14763a51c5e4a732ce2191782dc3bccd } from '../../../../src/admin/people/SecondFactor'
import { Sessions as Sessions_0831c73e8320ee2e9dc28de86dcbc1b9 } from '../../../../src/admin/people/Sessions'
import { IndexRoom as IndexRoom_5a6bb7440fa30bfeba8f8868f979c29a } from '../../../../src/admin/index/IndexRoom'
import { AuditRoom as AuditRoom_5e30fed16fa50d76ffee5063f6e2533b } from '../../../../src/admin/audit/AuditRoom'
import { ReleasePage as ReleasePage_8614c08949c05d5678e46a17dc93a27c } from '../../../../src/admin/releases/ReleasePage'
import { Icon as Icon_452f04fcd2ed8162ca5fbc6c89f204f1 } from '../../../../src/admin/brand/Icon'
import { Logo as Logo_b231ac8248d52be15270b4d2370a5c12 } from '../../../../src/admin/brand/Logo'
import { SearchBox as SearchBox_5d128661f38bf48fb21ed97617cb0262 } from '../../../../src/admin/search/SearchBox'
import { Bell as Bell_fbc7f076de091953af655f74e46bd607 } from '../../../../src/admin/notices/Bell'
import { KeepNavOpen as KeepNavOpen_05f01f780d11ddc01cbf6909c9d358c5 } from '../../../../src/admin/nav/KeepNavOpen'
import { RoomLinks as RoomLinks_b0d33d637ba4c3c7300c31bf8d64ca8b } from '../../../../src/admin/nav/RoomLinks'
import { Today as Today_9f6523a2313614da04d35a90d98abd23 } from '../../../../src/admin/today/Today'
import { SignInView as SignInView_252c1e82b1b81818892cc17da301f48b } from '../../../../src/admin/signIn/SignInView'
import { WaitingRoom as WaitingRoom_d9dd42456df83e258ced4207a8ef2500 } from '../../../../src/admin/review/WaitingRoom'
import { ReviewPage as ReviewPage_9759d141ab9419e2f31f236f42e9d5e7 } from '../../../../src/admin/review/ReviewPage'
import { CalendarRoom as CalendarRoom_9d9339a4a199520d8b1ea0d3179daef8 } from '../../../../src/admin/calendar/CalendarRoom'
import { TryRoom as TryRoom_856f7ae30eded120f41312ca93dd4759 } from '../../../../src/admin/tryIt/TryRoom'
import { ChatRoom as ChatRoom_0154920b1c65ec119bad0863b224a911 } from '../../../../src/admin/chat/ChatRoom'
import { ImportRoom as ImportRoom_63303fadb862b5c5bc9f3c691b9360de } from '../../../../src/admin/imports/ImportRoom'
import { SaidRoom as SaidRoom_3c8cda77487b9f57fa4e1afb855e117d } from '../../../../src/admin/said/SaidRoom'
import { TranscriptRoom as TranscriptRoom_3197b10932632a493862a6219149485e } from '../../../../src/admin/transcripts/TranscriptRoom'
import { FreshnessRoom as FreshnessRoom_8a6e6a71eed10c0592bf5ab255239e38 } from '../../../../src/admin/freshness/FreshnessRoom'
import { CollectionCards as CollectionCards_f9c02e79a4aed9a3924487c0cd4cafb1 } from '@payloadcms/next/rsc'

/** @type import('payload').ImportMap */
export const importMap = {
  "/src/admin/states/StateCell#StateCell": StateCell_3b4e5e973b1b1c93c84fdc14b0ecab90,
  "/src/admin/workflow/WorkflowRail#WorkflowRail": WorkflowRail_14b9645245e1457ee983b67b827fa30d,
  "/src/admin/time/InstantField#InstantField": InstantField_546f369433a1b3c6e56f7000b3fc7aee,
  "/src/admin/states/VerificationCell#VerificationCell": VerificationCell_784727e6a9d6acb0321652265d3fd191,
  "@payloadcms/richtext-lexical/rsc#RscEntryLexicalCell": RscEntryLexicalCell_44fe37237e0ebf4470c9990d8cb7b07e,
  "@payloadcms/richtext-lexical/rsc#RscEntryLexicalField": RscEntryLexicalField_44fe37237e0ebf4470c9990d8cb7b07e,
  "@payloadcms/richtext-lexical/rsc#LexicalDiffComponent": LexicalDiffComponent_44fe37237e0ebf4470c9990d8cb7b07e,
  "@payloadcms/richtext-lexical/client#ParagraphFeatureClient": ParagraphFeatureClient_e70f5e05f09f93e00b997edb1ef0c864,
  "@payloadcms/richtext-lexical/client#HeadingFeatureClient": HeadingFeatureClient_e70f5e05f09f93e00b997edb1ef0c864,
  "@payloadcms/richtext-lexical/client#BoldFeatureClient": BoldFeatureClient_e70f5e05f09f93e00b997edb1ef0c864,
  "@payloadcms/richtext-lexical/client#ItalicFeatureClient": ItalicFeatureClient_e70f5e05f09f93e00b997edb1ef0c864,
  "@payloadcms/richtext-lexical/client#StrikethroughFeatureClient": StrikethroughFeatureClient_e70f5e05f09f93e00b997edb1ef0c864,
  "@payloadcms/richtext-lexical/client#InlineCodeFeatureClient": InlineCodeFeatureClient_e70f5e05f09f93e00b997edb1ef0c864,
  "@payloadcms/richtext-lexical/client#LinkFeatureClient": LinkFeatureClient_e70f5e05f09f93e00b997edb1ef0c864,
  "@payloadcms/richtext-lexical/client#OrderedListFeatureClient": OrderedListFeatureClient_e70f5e05f09f93e00b997edb1ef0c864,
  "@payloadcms/richtext-lexical/client#UnorderedListFeatureClient": UnorderedListFeatureClient_e70f5e05f09f93e00b997edb1ef0c864,
  "@payloadcms/richtext-lexical/client#IndentFeatureClient": IndentFeatureClient_e70f5e05f09f93e00b997edb1ef0c864,
  "@payloadcms/richtext-lexical/client#BlockquoteFeatureClient": BlockquoteFeatureClient_e70f5e05f09f93e00b997edb1ef0c864,
  "@payloadcms/richtext-lexical/client#HorizontalRuleFeatureClient": HorizontalRuleFeatureClient_e70f5e05f09f93e00b997edb1ef0c864,
  "@payloadcms/richtext-lexical/client#TableFeatureClient": TableFeatureClient_e70f5e05f09f93e00b997edb1ef0c864,
  "@payloadcms/richtext-lexical/client#FixedToolbarFeatureClient": FixedToolbarFeatureClient_e70f5e05f09f93e00b997edb1ef0c864,
  "/src/admin/states/StateCell#WordsCell": WordsCell_3b4e5e973b1b1c93c84fdc14b0ecab90,
  "/src/admin/time/MomentCell#MomentCell": MomentCell_2fdd002ea666e6d54aa10ee02e21a376,
  "/src/admin/imports/ImportHere#ImportHere": ImportHere_3465e9231724984b7248031d66236ae8,
  "/src/admin/search/ListHits#ListHits": ListHits_5b6a5042933a96d30486579a47253948,
  "/src/admin/lists/ListDescription#ListDescription": ListDescription_46986dcb6b49c416bb88698b3f619013,
  "/src/admin/workflow/SaveAfterAsking#SaveAfterAsking": SaveAfterAsking_6cc3a9e9ec2d35502d61f6e12e2a2233,
  "/src/admin/workflow/GovernedEditView#GovernedEditView": GovernedEditView_3bbec77d31b49f268321bfba33175321,
  "/src/admin/escalation/EscalationRoom#EscalationRoom": EscalationRoom_37af0df31f92ac6b0b44d3a0949c34cf,
  "/src/admin/states/StateCell#OnOffCell": OnOffCell_3b4e5e973b1b1c93c84fdc14b0ecab90,
  "/src/admin/people/PendingRights#PendingRights": PendingRights_33c5c6c0ec8fcd836b303e60f502f408,
  "/src/admin/sources/SourceCells#KindCell": KindCell_662c0aefecc21d2fafb7dec6b56d99d4,
  "/src/admin/sources/SourceCells#LocationCell": LocationCell_662c0aefecc21d2fafb7dec6b56d99d4,
  "/src/admin/sources/SourceCells#SyncStateCell": SyncStateCell_662c0aefecc21d2fafb7dec6b56d99d4,
  "/src/admin/sources/SourceCells#FailedCell": FailedCell_662c0aefecc21d2fafb7dec6b56d99d4,
  "/src/admin/sources/SourceCells#GoneCell": GoneCell_662c0aefecc21d2fafb7dec6b56d99d4,
  "/src/admin/sources/SourceCells#ConflictCell": ConflictCell_662c0aefecc21d2fafb7dec6b56d99d4,
  "/src/admin/JsonView#JsonView": JsonView_10cc8d4865518ffb417729dbfd68148e,
  "/src/admin/sources/SourceState#SourceState": SourceState_3f34254ecf30869c28bdb149da45cddf,
  "/src/admin/sources/SyncCell#SyncCell": SyncCell_cd083c7dcaba547bb2f3d8c7c1f6a2f7,
  "/src/admin/sources/SourceItems#SourceItems": SourceItems_9224b653454271c917e809ace1229960,
  "/src/admin/sources/NoSources#NoSources": NoSources_252ba1231583dce8742170f830a2c100,
  "/src/admin/gaps/GapPage#GapPage": GapPage_2332a192feecdae0dd4af6c8c863b425,
  "/src/admin/gaps/GapBacklog#GapBacklog": GapBacklog_cc2fc3845e9a52328ce165016d66d22b,
  "/src/admin/transcripts/VerdictPage#VerdictPage": VerdictPage_46e2119434b23cb771ab5af786e3d1af,
  "/src/admin/transcripts/TranscriptsRoom#TranscriptsRoom": TranscriptsRoom_bfa3ff4e36732f699eebd3dc0cda0b12,
  "/src/admin/states/StateCell#ReasonCell": ReasonCell_3b4e5e973b1b1c93c84fdc14b0ecab90,
  "/src/admin/handovers/HandoverPage#HandoverPage": HandoverPage_0ff84ec93195f61fe081b52c91aff7a9,
  "/src/admin/handovers/HandoverList#HandoverList": HandoverList_24d05905391650a4591e98b022fbb39e,
  "/src/admin/states/StateCell#OutcomeCell": OutcomeCell_3b4e5e973b1b1c93c84fdc14b0ecab90,
  "/src/admin/lists/NothingYet#NothingYet": NothingYet_795fb900dd44d46055304d532016c3ce,
  "/src/admin/receipts/ReceiptPage#ReceiptPage": ReceiptPage_05cdaf3155aefd607ba1e3dc73222d84,
  "/src/admin/outcomes/ReportPage#ReportPage": ReportPage_d81527a856829e0b74544975f0c46f85,
  "/src/admin/outcomes/OutcomesRoom#OutcomesRoom": OutcomesRoom_09bb90bd01326bca83f5966b6bd2c580,
  "/src/admin/evals/RunPage#RunPage": RunPage_bc459fbdcbe2b24bce5187850adf7f08,
  "/src/admin/evals/EvalsRoom#EvalsRoom": EvalsRoom_58b31d5da11bf51842d722b538287f79,
  "/src/admin/calibrations/CalibrationStateCell#CalibrationStateCell": CalibrationStateCell_e273d739e1fb0dad083179707aa166ad,
  "/src/admin/calibrations/CalibrationPage#CalibrationPage": CalibrationPage_998847ad4a4c50a4f1e6f3abcfab6554,
  "/src/admin/bots/KeyList#KeyList": KeyList_e69438c3c7838fe6c85a387bf6266398,
  "/src/admin/bots/CreateKey#CreateKey": CreateKey_4b3e44db60c3dd48c4c37db88e722560,
  "/src/admin/webhooks/NewSecret#NewSecret": NewSecret_a9abfb81b3df027debbbef2b32b47675,
  "/src/admin/webhooks/SignIn#SignIn": SignIn_9f637102a2611e78f70a87211c0e8534,
  "/src/admin/webhooks/SendAgain#SendAgain": SendAgain_d9726a4ef1309e6197c7e013db908a97,
  "/src/admin/people/RolesCell#RolesCell": RolesCell_289195b858479088ce624ad7b8f62e85,
  "/src/admin/people/RolesField#RolesField": RolesField_52f22ff0939389b51e71f22567e6a863,
  "/src/admin/people/CurrentPassword#CurrentPassword": CurrentPassword_458b0b80e4cd6c3a96149c65a0769493,
  "/src/admin/people/SecondFactorCell#SecondFactorCell": SecondFactorCell_afe0f531be2831d999f86d9c1e2552cf,
  "/src/admin/people/SecondFactor#SecondFactor": SecondFactor_14763a51c5e4a732ce2191782dc3bccd,
  "/src/admin/people/Sessions#Sessions": Sessions_0831c73e8320ee2e9dc28de86dcbc1b9,
  "/src/admin/index/IndexRoom#IndexRoom": IndexRoom_5a6bb7440fa30bfeba8f8868f979c29a,
  "/src/admin/audit/AuditRoom#AuditRoom": AuditRoom_5e30fed16fa50d76ffee5063f6e2533b,
  "/src/admin/releases/ReleasePage#ReleasePage": ReleasePage_8614c08949c05d5678e46a17dc93a27c,
  "/src/admin/brand/Icon#Icon": Icon_452f04fcd2ed8162ca5fbc6c89f204f1,
  "/src/admin/brand/Logo#Logo": Logo_b231ac8248d52be15270b4d2370a5c12,
  "/src/admin/search/SearchBox#SearchBox": SearchBox_5d128661f38bf48fb21ed97617cb0262,
  "/src/admin/notices/Bell#Bell": Bell_fbc7f076de091953af655f74e46bd607,
  "/src/admin/nav/KeepNavOpen#KeepNavOpen": KeepNavOpen_05f01f780d11ddc01cbf6909c9d358c5,
  "/src/admin/nav/RoomLinks#RoomLinks": RoomLinks_b0d33d637ba4c3c7300c31bf8d64ca8b,
  "/src/admin/today/Today#Today": Today_9f6523a2313614da04d35a90d98abd23,
  "/src/admin/signIn/SignInView#SignInView": SignInView_252c1e82b1b81818892cc17da301f48b,
  "/src/admin/review/WaitingRoom#WaitingRoom": WaitingRoom_d9dd42456df83e258ced4207a8ef2500,
  "/src/admin/review/ReviewPage#ReviewPage": ReviewPage_9759d141ab9419e2f31f236f42e9d5e7,
  "/src/admin/calendar/CalendarRoom#CalendarRoom": CalendarRoom_9d9339a4a199520d8b1ea0d3179daef8,
  "/src/admin/tryIt/TryRoom#TryRoom": TryRoom_856f7ae30eded120f41312ca93dd4759,
  "/src/admin/chat/ChatRoom#ChatRoom": ChatRoom_0154920b1c65ec119bad0863b224a911,
  "/src/admin/imports/ImportRoom#ImportRoom": ImportRoom_63303fadb862b5c5bc9f3c691b9360de,
  "/src/admin/said/SaidRoom#SaidRoom": SaidRoom_3c8cda77487b9f57fa4e1afb855e117d,
  "/src/admin/transcripts/TranscriptRoom#TranscriptRoom": TranscriptRoom_3197b10932632a493862a6219149485e,
  "/src/admin/freshness/FreshnessRoom#FreshnessRoom": FreshnessRoom_8a6e6a71eed10c0592bf5ab255239e38,
  "@payloadcms/next/rsc#CollectionCards": CollectionCards_f9c02e79a4aed9a3924487c0cd4cafb1
}
