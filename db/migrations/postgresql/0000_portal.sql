CREATE TABLE "agreement_signatures" (
	"agreement_id" text collate "C" NOT NULL,
	"person_id" text collate "C" NOT NULL,
	"at" timestamp (3) with time zone NOT NULL,
	CONSTRAINT "agreement_signatures_agreement_id_person_id_pk" PRIMARY KEY("agreement_id","person_id")
);
--> statement-breakpoint
CREATE TABLE "agreements" (
	"id" text collate "C" PRIMARY KEY NOT NULL,
	"number" text collate "C" NOT NULL,
	"award_id" text collate "C" NOT NULL,
	"call_id" text collate "C" NOT NULL,
	"application_id" text collate "C" NOT NULL,
	"organisation_id" text collate "C" NOT NULL,
	"status" text NOT NULL,
	"title" text NOT NULL,
	"form" text NOT NULL,
	"amount" bigint NOT NULL,
	"total_cost" bigint NOT NULL,
	"start_date" text collate "C" NOT NULL,
	"end_date" text collate "C" NOT NULL,
	"account" text collate "C" NOT NULL,
	"party" jsonb NOT NULL,
	"organisation_representatives" text NOT NULL,
	"city_representative" text NOT NULL,
	"shift_limit" integer NOT NULL,
	"prepared_by" text collate "C" NOT NULL,
	"created_at" timestamp (3) with time zone NOT NULL,
	"org_signed_at" timestamp (3) with time zone,
	"city_signed_by" text collate "C",
	"city_signed_at" timestamp (3) with time zone,
	"signed_on" text collate "C",
	"settled_at" timestamp (3) with time zone,
	"version" integer DEFAULT 1 NOT NULL,
	CONSTRAINT "agreements_number_unique" UNIQUE("number"),
	CONSTRAINT "agreements_award_id_unique" UNIQUE("award_id")
);
--> statement-breakpoint
CREATE TABLE "application_comments" (
	"id" text collate "C" PRIMARY KEY NOT NULL,
	"application_id" text collate "C" NOT NULL,
	"section" text collate "C" NOT NULL,
	"author_id" text collate "C" NOT NULL,
	"text" text NOT NULL,
	"mentions" jsonb NOT NULL,
	"at" timestamp (3) with time zone NOT NULL
);
--> statement-breakpoint
CREATE TABLE "application_revisions" (
	"id" text collate "C" PRIMARY KEY NOT NULL,
	"application_id" text collate "C" NOT NULL,
	"section" text collate "C" NOT NULL,
	"version" integer NOT NULL,
	"content" jsonb NOT NULL,
	"typed" jsonb,
	"author_id" text collate "C" NOT NULL,
	"at" timestamp (3) with time zone NOT NULL
);
--> statement-breakpoint
CREATE TABLE "applications" (
	"id" text collate "C" PRIMARY KEY NOT NULL,
	"call_id" text collate "C" NOT NULL,
	"organisation_id" text collate "C" NOT NULL,
	"status" text NOT NULL,
	"title" text NOT NULL,
	"content" jsonb NOT NULL,
	"requested" bigint DEFAULT 0 NOT NULL,
	"total_cost" bigint DEFAULT 0 NOT NULL,
	"created_by" text collate "C" NOT NULL,
	"created_at" timestamp (3) with time zone NOT NULL,
	"updated_at" timestamp (3) with time zone NOT NULL,
	"submitted_at" timestamp (3) with time zone,
	"receipt_number" text collate "C",
	"correction_asked_at" timestamp (3) with time zone,
	"correction_due_at" timestamp (3) with time zone,
	"correction_reminded_at" timestamp (3) with time zone,
	"correction_sections" jsonb,
	"correction_used" boolean DEFAULT false NOT NULL,
	"version" integer DEFAULT 1 NOT NULL,
	CONSTRAINT "applications_receipt_number_unique" UNIQUE("receipt_number")
);
--> statement-breakpoint
CREATE TABLE "awards" (
	"id" text collate "C" PRIMARY KEY NOT NULL,
	"number" text collate "C" NOT NULL,
	"call_id" text collate "C" NOT NULL,
	"application_id" text collate "C" NOT NULL,
	"organisation_id" text collate "C" NOT NULL,
	"status" text NOT NULL,
	"requested" bigint NOT NULL,
	"amount" bigint NOT NULL,
	"updated_total" bigint,
	"update_note" text,
	"order_number" text NOT NULL,
	"order_date" text collate "C" NOT NULL,
	"deviation" text,
	"created_at" timestamp (3) with time zone NOT NULL,
	"answered_at" timestamp (3) with time zone,
	CONSTRAINT "awards_number_unique" UNIQUE("number"),
	CONSTRAINT "awards_application_id_unique" UNIQUE("application_id")
);
--> statement-breakpoint
CREATE TABLE "calendar_feeds" (
	"person_id" text collate "C" PRIMARY KEY NOT NULL,
	"digest" text collate "C" NOT NULL,
	"created_at" timestamp (3) with time zone NOT NULL,
	CONSTRAINT "calendar_feeds_digest_unique" UNIQUE("digest")
);
--> statement-breakpoint
CREATE TABLE "call_alerts" (
	"id" text collate "C" PRIMARY KEY NOT NULL,
	"email" text collate "C" NOT NULL,
	"lang" text collate "C" NOT NULL,
	"target_group" text collate "C" DEFAULT '' NOT NULL,
	"stop_token" text collate "C" NOT NULL,
	"confirm_digest" text collate "C" NOT NULL,
	"created_at" timestamp (3) with time zone NOT NULL,
	"confirmed_at" timestamp (3) with time zone,
	CONSTRAINT "call_alerts_stop_token_unique" UNIQUE("stop_token"),
	CONSTRAINT "call_alerts_confirm_digest_unique" UNIQUE("confirm_digest")
);
--> statement-breakpoint
CREATE TABLE "call_alerts_sent" (
	"alert_id" text collate "C" NOT NULL,
	"call_id" text collate "C" NOT NULL,
	"what" text collate "C" NOT NULL,
	"sent_at" timestamp (3) with time zone NOT NULL,
	CONSTRAINT "call_alerts_sent_alert_id_call_id_what_pk" PRIMARY KEY("alert_id","call_id","what")
);
--> statement-breakpoint
CREATE TABLE "call_checklist" (
	"id" text collate "C" PRIMARY KEY NOT NULL,
	"call_id" text collate "C" NOT NULL,
	"position" integer NOT NULL,
	"code" text collate "C" NOT NULL,
	"correctable" boolean NOT NULL
);
--> statement-breakpoint
CREATE TABLE "call_criteria" (
	"id" text collate "C" PRIMARY KEY NOT NULL,
	"call_id" text collate "C" NOT NULL,
	"position" integer NOT NULL,
	"key" text collate "C" NOT NULL,
	"max" integer NOT NULL
);
--> statement-breakpoint
CREATE TABLE "call_endings" (
	"call_id" text collate "C" PRIMARY KEY NOT NULL,
	"kind" text NOT NULL,
	"clause" text,
	"reason" text NOT NULL,
	"order_number" text,
	"order_date" text collate "C",
	"ended_by" text collate "C" NOT NULL,
	"ended_at" timestamp (3) with time zone NOT NULL
);
--> statement-breakpoint
CREATE TABLE "call_publications" (
	"call_id" text collate "C" NOT NULL,
	"of" text NOT NULL,
	"place" text NOT NULL,
	"published_on" text collate "C" NOT NULL,
	"reference" text NOT NULL,
	"recorded_by" text collate "C" NOT NULL,
	"recorded_at" timestamp (3) with time zone NOT NULL,
	CONSTRAINT "call_publications_call_id_of_place_pk" PRIMARY KEY("call_id","of","place")
);
--> statement-breakpoint
CREATE TABLE "call_questions" (
	"id" text collate "C" PRIMARY KEY NOT NULL,
	"call_id" text collate "C" NOT NULL,
	"status" text NOT NULL,
	"lang" text NOT NULL,
	"question" text NOT NULL,
	"email" text,
	"asked_at" timestamp (3) with time zone NOT NULL,
	"answer" text,
	"answered_by" text collate "C",
	"answered_at" timestamp (3) with time zone
);
--> statement-breakpoint
CREATE TABLE "call_versions" (
	"id" text collate "C" PRIMARY KEY NOT NULL,
	"call_id" text collate "C" NOT NULL,
	"number" integer NOT NULL,
	"kind" text NOT NULL,
	"status" text NOT NULL,
	"changes" jsonb NOT NULL,
	"reason" text NOT NULL,
	"outage_from" timestamp (3) with time zone,
	"outage_to" timestamp (3) with time zone,
	"proposed_by" text collate "C" NOT NULL,
	"proposed_at" timestamp (3) with time zone NOT NULL,
	"approved_by" text collate "C",
	"approved_at" timestamp (3) with time zone,
	"publications" jsonb NOT NULL,
	"in_force_at" timestamp (3) with time zone
);
--> statement-breakpoint
CREATE TABLE "calls" (
	"id" text collate "C" PRIMARY KEY NOT NULL,
	"slug" text collate "C" NOT NULL,
	"number" text collate "C" NOT NULL,
	"kind" text DEFAULT 'open_call' NOT NULL,
	"status" text NOT NULL,
	"title" text NOT NULL,
	"titles" jsonb NOT NULL,
	"summaries" jsonb NOT NULL,
	"easy" jsonb DEFAULT '{}'::jsonb NOT NULL,
	"target_groups" jsonb DEFAULT '[]'::jsonb NOT NULL,
	"districts" jsonb DEFAULT '[]'::jsonb NOT NULL,
	"extra_questions" jsonb DEFAULT '[]'::jsonb NOT NULL,
	"required_attachments" jsonb DEFAULT '[]'::jsonb NOT NULL,
	"task_area" text collate "C" NOT NULL,
	"form" text NOT NULL,
	"budget" bigint NOT NULL,
	"year_budgets" jsonb DEFAULT '[]'::jsonb NOT NULL,
	"min_grant" bigint NOT NULL,
	"max_grant" bigint NOT NULL,
	"max_share" integer NOT NULL,
	"admin_cap" integer,
	"offers_per_organisation" integer DEFAULT 1 NOT NULL,
	"eligible_forms" jsonb NOT NULL,
	"partial_funding" boolean NOT NULL,
	"rules" text NOT NULL,
	"conditions" text NOT NULL,
	"task_from" text collate "C" NOT NULL,
	"task_to" text collate "C" NOT NULL,
	"closes_at" timestamp (3) with time zone NOT NULL,
	"procedure" text NOT NULL,
	"decision_by" text collate "C" NOT NULL,
	"previous_tasks" text NOT NULL,
	"committee_recruitment" text NOT NULL,
	"threshold" integer NOT NULL,
	"min_scores" integer DEFAULT 2 NOT NULL,
	"correction_days" integer DEFAULT 7 NOT NULL,
	"budget_line" text NOT NULL,
	"author_id" text collate "C" NOT NULL,
	"return_reason" text,
	"approver_id" text collate "C",
	"order_number" text,
	"order_date" text collate "C",
	"opened_at" timestamp (3) with time zone,
	"decision_order_number" text,
	"decision_order_date" text collate "C",
	"decided_at" timestamp (3) with time zone,
	"results_published_at" timestamp (3) with time zone,
	"created_at" timestamp (3) with time zone NOT NULL,
	"version" integer DEFAULT 1 NOT NULL,
	CONSTRAINT "calls_slug_unique" UNIQUE("slug"),
	CONSTRAINT "calls_number_unique" UNIQUE("number")
);
--> statement-breakpoint
CREATE TABLE "change_requests" (
	"id" text collate "C" PRIMARY KEY NOT NULL,
	"organisation_id" text collate "C" NOT NULL,
	"status" text NOT NULL,
	"before" jsonb NOT NULL,
	"after" jsonb NOT NULL,
	"note" text NOT NULL,
	"asked_by" text collate "C" NOT NULL,
	"asked_at" timestamp (3) with time zone NOT NULL,
	"decided_by" text collate "C",
	"decided_at" timestamp (3) with time zone,
	"reason" text
);
--> statement-breakpoint
CREATE TABLE "claims" (
	"id" text collate "C" PRIMARY KEY NOT NULL,
	"organisation_id" text collate "C" NOT NULL,
	"person_id" text collate "C" NOT NULL,
	"status" text NOT NULL,
	"position" text NOT NULL,
	"justification" text NOT NULL,
	"asked_at" timestamp (3) with time zone NOT NULL,
	"decided_by" text collate "C",
	"decided_at" timestamp (3) with time zone,
	"reason" text
);
--> statement-breakpoint
CREATE TABLE "co_offerors" (
	"application_id" text collate "C" NOT NULL,
	"organisation_id" text collate "C" NOT NULL,
	"status" text NOT NULL,
	"share" bigint NOT NULL,
	"share_years" jsonb,
	"tasks" text NOT NULL,
	"reason" text,
	"invited_by" text collate "C" NOT NULL,
	"invited_at" timestamp (3) with time zone NOT NULL,
	"answered_by" text collate "C",
	"answered_at" timestamp (3) with time zone,
	CONSTRAINT "co_offerors_application_id_organisation_id_pk" PRIMARY KEY("application_id","organisation_id")
);
--> statement-breakpoint
CREATE TABLE "committee_members" (
	"call_id" text collate "C" NOT NULL,
	"person_id" text collate "C" NOT NULL,
	"seat" text NOT NULL,
	"organisation_id" text collate "C",
	"appointed_at" timestamp (3) with time zone NOT NULL,
	CONSTRAINT "committee_members_call_id_person_id_pk" PRIMARY KEY("call_id","person_id")
);
--> statement-breakpoint
CREATE TABLE "committee_proposals" (
	"id" text collate "C" PRIMARY KEY NOT NULL,
	"call_id" text collate "C" NOT NULL,
	"organisation_id" text collate "C" NOT NULL,
	"status" text NOT NULL,
	"name" text,
	"email" text collate "C",
	"experience" text,
	"proposed_by" text collate "C" NOT NULL,
	"proposed_at" timestamp (3) with time zone NOT NULL,
	"reason" text,
	"decided_by" text collate "C",
	"decided_at" timestamp (3) with time zone
);
--> statement-breakpoint
CREATE TABLE "committee_recruitments" (
	"call_id" text collate "C" PRIMARY KEY NOT NULL,
	"until" text collate "C" NOT NULL,
	"places" integer NOT NULL,
	"expected" text NOT NULL,
	"opened_by" text collate "C" NOT NULL,
	"opened_at" timestamp (3) with time zone NOT NULL
);
--> statement-breakpoint
CREATE TABLE "confirmation_notices" (
	"organisation_id" text collate "C" NOT NULL,
	"confirmed_at" timestamp (3) with time zone NOT NULL,
	"notice" text NOT NULL,
	"at" timestamp (3) with time zone NOT NULL,
	CONSTRAINT "confirmation_notices_organisation_id_confirmed_at_notice_pk" PRIMARY KEY("organisation_id","confirmed_at","notice")
);
--> statement-breakpoint
CREATE TABLE "consultation_comments" (
	"id" text collate "C" PRIMARY KEY NOT NULL,
	"consultation_id" text collate "C" NOT NULL,
	"number" integer,
	"lang" text NOT NULL,
	"text" text NOT NULL,
	"author_name" text,
	"email" text collate "C" NOT NULL,
	"status" text NOT NULL,
	"confirmed_at" timestamp (3) with time zone,
	"hidden_reason" text,
	"disposition" text,
	"answer" text,
	"answered_by" text collate "C",
	"answered_at" timestamp (3) with time zone,
	"created_at" timestamp (3) with time zone NOT NULL
);
--> statement-breakpoint
CREATE TABLE "consultations" (
	"id" text collate "C" PRIMARY KEY NOT NULL,
	"slug" text collate "C" NOT NULL,
	"status" text NOT NULL,
	"titles" jsonb NOT NULL,
	"questions" jsonb NOT NULL,
	"backgrounds" jsonb NOT NULL,
	"opens_at" timestamp (3) with time zone NOT NULL,
	"closes_at" timestamp (3) with time zone NOT NULL,
	"author_id" text collate "C" NOT NULL,
	"report_summary" jsonb,
	"report_published_at" timestamp (3) with time zone,
	"created_at" timestamp (3) with time zone NOT NULL,
	CONSTRAINT "consultations_slug_unique" UNIQUE("slug")
);
--> statement-breakpoint
CREATE TABLE "correction_questions" (
	"id" text collate "C" PRIMARY KEY NOT NULL,
	"application_id" text collate "C" NOT NULL,
	"section" text collate "C" NOT NULL,
	"place" text collate "C" NOT NULL,
	"code" text NOT NULL,
	"words" text,
	"asked_by" text collate "C" NOT NULL,
	"asked_at" timestamp (3) with time zone NOT NULL,
	"answer" text,
	"answered_by" text collate "C",
	"answered_at" timestamp (3) with time zone
);
--> statement-breakpoint
CREATE TABLE "counters" (
	"name" text collate "C" PRIMARY KEY NOT NULL,
	"value" integer NOT NULL
);
--> statement-breakpoint
CREATE TABLE "entry_changes" (
	"id" text collate "C" PRIMARY KEY NOT NULL,
	"organisation_id" text collate "C" NOT NULL,
	"at" timestamp (3) with time zone NOT NULL,
	"kind" text NOT NULL,
	"fields" jsonb DEFAULT '[]'::jsonb NOT NULL
);
--> statement-breakpoint
CREATE TABLE "events" (
	"seq" integer PRIMARY KEY NOT NULL,
	"at" timestamp (3) with time zone NOT NULL,
	"event" text collate "C" NOT NULL,
	"actor_id" text collate "C",
	"actor_role" text collate "C" NOT NULL,
	"subject_kind" text collate "C" NOT NULL,
	"subject_id" text collate "C" NOT NULL,
	"detail" jsonb NOT NULL,
	"prev_hash" text collate "C" NOT NULL,
	"hash" text collate "C" NOT NULL
);
--> statement-breakpoint
CREATE TABLE "files" (
	"id" text collate "C" PRIMARY KEY NOT NULL,
	"storage_key" text collate "C" NOT NULL,
	"purpose" text NOT NULL,
	"subject_id" text collate "C" NOT NULL,
	"slot" text collate "C",
	"name" text NOT NULL,
	"type" text collate "C" NOT NULL,
	"size" bigint NOT NULL,
	"sha256" text collate "C" NOT NULL,
	"uploaded_by" text collate "C" NOT NULL,
	"uploaded_at" timestamp (3) with time zone NOT NULL,
	"removed_at" timestamp (3) with time zone,
	"scan" text DEFAULT 'unchecked' NOT NULL,
	"scanned_at" timestamp (3) with time zone,
	"scan_found" text,
	CONSTRAINT "files_storage_key_unique" UNIQUE("storage_key")
);
--> statement-breakpoint
CREATE TABLE "formal_answers" (
	"application_id" text collate "C" NOT NULL,
	"checklist_id" text collate "C" NOT NULL,
	"answer" text NOT NULL,
	"note" text,
	"answered_by" text collate "C" NOT NULL,
	"answered_at" timestamp (3) with time zone NOT NULL,
	CONSTRAINT "formal_answers_application_id_checklist_id_pk" PRIMARY KEY("application_id","checklist_id")
);
--> statement-breakpoint
CREATE TABLE "formal_checks" (
	"application_id" text collate "C" PRIMARY KEY NOT NULL,
	"proposed_by" text collate "C" NOT NULL,
	"proposal" text NOT NULL,
	"reason" text,
	"proposed_at" timestamp (3) with time zone NOT NULL,
	"confirmed_by" text collate "C",
	"confirmed_at" timestamp (3) with time zone
);
--> statement-breakpoint
CREATE TABLE "former_slugs" (
	"slug" text collate "C" PRIMARY KEY NOT NULL,
	"organisation_id" text collate "C" NOT NULL,
	"since" timestamp (3) with time zone NOT NULL
);
--> statement-breakpoint
CREATE TABLE "hand_overs" (
	"id" text collate "C" PRIMARY KEY NOT NULL,
	"organisation_id" text collate "C" NOT NULL,
	"status" text NOT NULL,
	"to_person_id" text collate "C" NOT NULL,
	"role_before" text,
	"reason" text NOT NULL,
	"proposed_by" text collate "C" NOT NULL,
	"proposed_at" timestamp (3) with time zone NOT NULL,
	"confirmed_by" text collate "C",
	"confirmed_at" timestamp (3) with time zone,
	"objections_until" timestamp (3) with time zone,
	"objection_digest" text collate "C",
	"objection" text,
	"ended_at" timestamp (3) with time zone,
	"end_reason" text,
	CONSTRAINT "hand_overs_objection_digest_unique" UNIQUE("objection_digest")
);
--> statement-breakpoint
CREATE TABLE "impartiality_declarations" (
	"call_id" text collate "C" NOT NULL,
	"person_id" text collate "C" NOT NULL,
	"outcome" text NOT NULL,
	"application_ids" jsonb NOT NULL,
	"reason" text,
	"declared_at" timestamp (3) with time zone NOT NULL,
	CONSTRAINT "impartiality_declarations_call_id_person_id_pk" PRIMARY KEY("call_id","person_id")
);
--> statement-breakpoint
CREATE TABLE "instalments" (
	"id" text collate "C" PRIMARY KEY NOT NULL,
	"agreement_id" text collate "C" NOT NULL,
	"position" integer NOT NULL,
	"amount" bigint NOT NULL,
	"due_on" text collate "C" NOT NULL,
	"status" text NOT NULL,
	"ordered_by" text collate "C",
	"ordered_at" timestamp (3) with time zone,
	"confirmed_by" text collate "C",
	"paid_on" text collate "C",
	"document_number" text
);
--> statement-breakpoint
CREATE TABLE "invitations" (
	"id" text collate "C" PRIMARY KEY NOT NULL,
	"organisation_id" text collate "C" NOT NULL,
	"email" text collate "C" NOT NULL,
	"lang" text NOT NULL,
	"role" text NOT NULL,
	"signatory" boolean DEFAULT false NOT NULL,
	"digest" text collate "C" NOT NULL,
	"invited_by" text collate "C" NOT NULL,
	"created_at" timestamp (3) with time zone NOT NULL,
	"expires_at" timestamp (3) with time zone NOT NULL,
	"accepted_at" timestamp (3) with time zone,
	CONSTRAINT "invitations_digest_unique" UNIQUE("digest")
);
--> statement-breakpoint
CREATE TABLE "legal_rules" (
	"id" text collate "C" PRIMARY KEY NOT NULL,
	"code" text collate "C" NOT NULL,
	"value" bigint NOT NULL,
	"unit" text collate "C" NOT NULL,
	"valid_from" text collate "C" NOT NULL,
	"valid_to" text collate "C",
	"source" text NOT NULL
);
--> statement-breakpoint
CREATE TABLE "local_initiative_submissions" (
	"id" text collate "C" PRIMARY KEY NOT NULL,
	"local_initiative_id" text collate "C" NOT NULL,
	"submitted_at" timestamp (3) with time zone NOT NULL,
	"submitted_by" text collate "C" NOT NULL,
	"snapshot" text NOT NULL,
	"sha256" text collate "C" NOT NULL
);
--> statement-breakpoint
CREATE TABLE "local_initiatives" (
	"id" text collate "C" PRIMARY KEY NOT NULL,
	"person_id" text collate "C" NOT NULL,
	"organisation_id" text collate "C",
	"status" text NOT NULL,
	"title" text NOT NULL,
	"content" jsonb NOT NULL,
	"created_at" timestamp (3) with time zone NOT NULL,
	"updated_at" timestamp (3) with time zone NOT NULL,
	"receipt_number" text collate "C",
	"submitted_at" timestamp (3) with time zone,
	"completion_note" text,
	"completion_due" text collate "C",
	"public_copy" jsonb,
	"scores" jsonb,
	"assessed_by" text collate "C",
	"assessed_at" timestamp (3) with time zone,
	"decided_by" text collate "C",
	"decided_at" timestamp (3) with time zone,
	"decision_reason" text,
	"agreement" jsonb,
	"report" jsonb,
	"reported_at" timestamp (3) with time zone,
	"report_note" text,
	"summary" text,
	"closed_by" text collate "C",
	"closed_at" timestamp (3) with time zone,
	"reminded_at" timestamp (3) with time zone,
	"office_reminded_at" timestamp (3) with time zone,
	"version" integer DEFAULT 1 NOT NULL,
	CONSTRAINT "local_initiatives_receipt_number_unique" UNIQUE("receipt_number")
);
--> statement-breakpoint
CREATE TABLE "locations" (
	"id" text collate "C" PRIMARY KEY NOT NULL,
	"organisation_id" text collate "C" NOT NULL,
	"name" text NOT NULL,
	"street" text,
	"postcode" text collate "C",
	"city" text NOT NULL,
	"district" text collate "C",
	"visibility" text NOT NULL,
	"latitude" integer,
	"longitude" integer,
	"access" jsonb DEFAULT '[]'::jsonb NOT NULL,
	"access_note" text,
	"position" integer DEFAULT 0 NOT NULL
);
--> statement-breakpoint
CREATE TABLE "memberships" (
	"organisation_id" text collate "C" NOT NULL,
	"person_id" text collate "C" NOT NULL,
	"role" text NOT NULL,
	"signatory" boolean DEFAULT false NOT NULL,
	"since" timestamp (3) with time zone NOT NULL,
	CONSTRAINT "memberships_organisation_id_person_id_pk" PRIMARY KEY("organisation_id","person_id")
);
--> statement-breakpoint
CREATE TABLE "mergers" (
	"id" text collate "C" PRIMARY KEY NOT NULL,
	"kept_id" text collate "C" NOT NULL,
	"merged_id" text collate "C" NOT NULL,
	"chosen" jsonb NOT NULL,
	"given_up" jsonb NOT NULL,
	"moved" jsonb NOT NULL,
	"reason" text NOT NULL,
	"merged_by" text collate "C" NOT NULL,
	"merged_at" timestamp (3) with time zone NOT NULL
);
--> statement-breakpoint
CREATE TABLE "not_duplicates" (
	"first_id" text collate "C" NOT NULL,
	"second_id" text collate "C" NOT NULL,
	"said_by" text collate "C" NOT NULL,
	"said_at" timestamp (3) with time zone NOT NULL,
	CONSTRAINT "not_duplicates_first_id_second_id_pk" PRIMARY KEY("first_id","second_id")
);
--> statement-breakpoint
CREATE TABLE "offer_helpers" (
	"id" text collate "C" PRIMARY KEY NOT NULL,
	"application_id" text collate "C" NOT NULL,
	"email" text collate "C" NOT NULL,
	"lang" text NOT NULL,
	"role" text NOT NULL,
	"digest" text collate "C" NOT NULL,
	"invited_by" text collate "C" NOT NULL,
	"created_at" timestamp (3) with time zone NOT NULL,
	"expires_at" timestamp (3) with time zone NOT NULL,
	"until" timestamp (3) with time zone,
	"person_id" text collate "C",
	"accepted_at" timestamp (3) with time zone,
	"ended_at" timestamp (3) with time zone,
	"ended_by" text collate "C",
	CONSTRAINT "offer_helpers_digest_unique" UNIQUE("digest")
);
--> statement-breakpoint
CREATE TABLE "organisation_facets" (
	"organisation_id" text collate "C" NOT NULL,
	"facet" text collate "C" NOT NULL,
	"value" text collate "C" NOT NULL,
	CONSTRAINT "organisation_facets_organisation_id_facet_value_pk" PRIMARY KEY("organisation_id","facet","value")
);
--> statement-breakpoint
CREATE TABLE "organisation_import_rows" (
	"import_id" text collate "C" NOT NULL,
	"row" integer NOT NULL,
	"name" text NOT NULL,
	"verdict" text NOT NULL,
	"values" jsonb,
	"problems" jsonb NOT NULL,
	"notes" jsonb NOT NULL,
	"entry_id" text collate "C",
	"changes" jsonb NOT NULL,
	"outcome" text NOT NULL,
	"before" jsonb,
	"left_as" text collate "C",
	CONSTRAINT "organisation_import_rows_import_id_row_pk" PRIMARY KEY("import_id","row")
);
--> statement-breakpoint
CREATE TABLE "organisation_imports" (
	"id" text collate "C" PRIMARY KEY NOT NULL,
	"status" text NOT NULL,
	"file_name" text NOT NULL,
	"origin" text NOT NULL,
	"encoding" text NOT NULL,
	"separator" text NOT NULL,
	"unknown_columns" jsonb NOT NULL,
	"counts" jsonb NOT NULL,
	"content" text,
	"reading" integer NOT NULL,
	"uploaded_by" text collate "C" NOT NULL,
	"uploaded_at" timestamp (3) with time zone NOT NULL,
	"done_by" text collate "C",
	"done_at" timestamp (3) with time zone,
	"undone_by" text collate "C",
	"undone_at" timestamp (3) with time zone
);
--> statement-breakpoint
CREATE TABLE "organisations" (
	"id" text collate "C" PRIMARY KEY NOT NULL,
	"slug" text collate "C" NOT NULL,
	"status" text NOT NULL,
	"name" text NOT NULL,
	"name_key" text collate "C" NOT NULL,
	"names" jsonb NOT NULL,
	"short_name" text,
	"legal_form" text NOT NULL,
	"krs" text collate "C",
	"nip" text collate "C",
	"regon" text collate "C",
	"register_number" text,
	"register_authority" text,
	"street" text,
	"postcode" text collate "C",
	"city" text NOT NULL,
	"district" text collate "C",
	"address_visibility" text NOT NULL,
	"email" text,
	"phone" text,
	"website" text,
	"founded_year" integer,
	"descriptions" jsonb NOT NULL,
	"name_origins" jsonb DEFAULT '{}'::jsonb NOT NULL,
	"description_origins" jsonb DEFAULT '{}'::jsonb NOT NULL,
	"authoritative_lang" text DEFAULT 'pl' NOT NULL,
	"social_links" jsonb DEFAULT '[]'::jsonb NOT NULL,
	"contact_name" text,
	"contact_consent_at" timestamp (3) with time zone,
	"logo_file_id" text collate "C",
	"safe_mode" boolean DEFAULT false NOT NULL,
	"target_groups" jsonb NOT NULL,
	"community_roles" jsonb NOT NULL,
	"led_by_community" text NOT NULL,
	"communities" jsonb NOT NULL,
	"languages" jsonb NOT NULL,
	"fields" jsonb NOT NULL,
	"opp_status" boolean DEFAULT false NOT NULL,
	"account" text collate "C",
	"representation" jsonb NOT NULL,
	"source" text,
	"source_note" text,
	"return_reason" text,
	"submitted_at" timestamp (3) with time zone,
	"verified_at" timestamp (3) with time zone,
	"verified_by" text collate "C",
	"verification_method" text,
	"verification_note" text,
	"confirmed_at" timestamp (3) with time zone,
	"register_standing" text DEFAULT 'not_asked' NOT NULL,
	"register_asked_at" timestamp (3) with time zone,
	"merged_into" text collate "C",
	"status_reason" text,
	"status_before" text,
	"search_text" text collate "C" NOT NULL,
	"created_by" text collate "C",
	"created_at" timestamp (3) with time zone NOT NULL,
	"version" integer DEFAULT 1 NOT NULL,
	CONSTRAINT "organisations_slug_unique" UNIQUE("slug"),
	CONSTRAINT "organisations_krs_unique" UNIQUE("krs"),
	CONSTRAINT "organisations_nip_unique" UNIQUE("nip")
);
--> statement-breakpoint
CREATE TABLE "outbox" (
	"id" text collate "C" PRIMARY KEY NOT NULL,
	"template" text collate "C" NOT NULL,
	"to_email" text collate "C" NOT NULL,
	"lang" text NOT NULL,
	"params" jsonb NOT NULL,
	"link" text,
	"created_at" timestamp (3) with time zone NOT NULL,
	"next_try_at" timestamp (3) with time zone NOT NULL,
	"attempts" integer DEFAULT 0 NOT NULL,
	"sent_at" timestamp (3) with time zone,
	"failed_at" timestamp (3) with time zone,
	"last_error" text
);
--> statement-breakpoint
CREATE TABLE "patronages" (
	"id" text collate "C" PRIMARY KEY NOT NULL,
	"group_id" text collate "C" NOT NULL,
	"patron_id" text collate "C" NOT NULL,
	"status" text NOT NULL,
	"scope" text NOT NULL,
	"proposed_by" text NOT NULL,
	"proposed_by_person" text collate "C" NOT NULL,
	"proposed_at" timestamp (3) with time zone NOT NULL,
	"group_accepted_at" timestamp (3) with time zone,
	"patron_accepted_at" timestamp (3) with time zone,
	"ended_at" timestamp (3) with time zone,
	"ended_by" text
);
--> statement-breakpoint
CREATE TABLE "people" (
	"id" text collate "C" PRIMARY KEY NOT NULL,
	"email" text collate "C" NOT NULL,
	"name" text NOT NULL,
	"lang" text NOT NULL,
	"password_hash" text,
	"confirmed_at" timestamp (3) with time zone,
	"disabled_at" timestamp (3) with time zone,
	"created_at" timestamp (3) with time zone NOT NULL,
	CONSTRAINT "people_email_unique" UNIQUE("email")
);
--> statement-breakpoint
CREATE TABLE "priority_areas" (
	"code" text collate "C" PRIMARY KEY NOT NULL,
	"position" integer NOT NULL,
	"names" jsonb NOT NULL,
	"status" text NOT NULL
);
--> statement-breakpoint
CREATE TABLE "programme_indicators" (
	"code" text collate "C" PRIMARY KEY NOT NULL,
	"area" text collate "C" NOT NULL,
	"position" integer NOT NULL,
	"names" jsonb NOT NULL,
	"status" text NOT NULL,
	"valid_from" text collate "C" NOT NULL,
	"valid_to" text collate "C"
);
--> statement-breakpoint
CREATE TABLE "proposal_questions" (
	"id" text collate "C" PRIMARY KEY NOT NULL,
	"proposal_id" text collate "C" NOT NULL,
	"question" text NOT NULL,
	"asked_by" text collate "C" NOT NULL,
	"asked_at" timestamp (3) with time zone NOT NULL,
	"reply" text,
	"replied_by" text collate "C",
	"replied_at" timestamp (3) with time zone
);
--> statement-breakpoint
CREATE TABLE "proposals" (
	"id" text collate "C" PRIMARY KEY NOT NULL,
	"organisation_id" text collate "C" NOT NULL,
	"status" text NOT NULL,
	"title" text NOT NULL,
	"content" jsonb NOT NULL,
	"created_by" text collate "C" NOT NULL,
	"created_at" timestamp (3) with time zone NOT NULL,
	"updated_at" timestamp (3) with time zone NOT NULL,
	"receipt_number" text collate "C",
	"submitted_at" timestamp (3) with time zone,
	"snapshot" text,
	"sha256" text collate "C",
	"public_copy" jsonb,
	"draft_answer" jsonb,
	"examined_by" text collate "C",
	"answer" jsonb,
	"decided_by" text collate "C",
	"decided_at" timestamp (3) with time zone,
	"call_id" text collate "C",
	"reminded_at" timestamp (3) with time zone,
	"office_reminded_at" timestamp (3) with time zone,
	"version" integer DEFAULT 1 NOT NULL,
	CONSTRAINT "proposals_receipt_number_unique" UNIQUE("receipt_number")
);
--> statement-breakpoint
CREATE TABLE "rankings" (
	"application_id" text collate "C" PRIMARY KEY NOT NULL,
	"call_id" text collate "C" NOT NULL,
	"position" integer NOT NULL,
	"mean" integer NOT NULL,
	"spread" integer NOT NULL,
	"scores" integer NOT NULL,
	"proposed" bigint NOT NULL,
	"outcome" text NOT NULL,
	"tie_break" text
);
--> statement-breakpoint
CREATE TABLE "receipt_keys" (
	"id" text collate "C" PRIMARY KEY NOT NULL,
	"public_key" text collate "C" NOT NULL,
	"private_key" text collate "C" NOT NULL,
	"created_at" timestamp (3) with time zone NOT NULL
);
--> statement-breakpoint
CREATE TABLE "receipts" (
	"id" text collate "C" PRIMARY KEY NOT NULL,
	"number" text collate "C" NOT NULL,
	"kind" text NOT NULL,
	"about" text NOT NULL,
	"issued_at" timestamp (3) with time zone NOT NULL,
	"sha256" text collate "C" NOT NULL,
	"code" text collate "C" NOT NULL,
	"key_id" text collate "C" NOT NULL,
	"signature" text collate "C" NOT NULL
);
--> statement-breakpoint
CREATE TABLE "registry_answers" (
	"krs" text collate "C" PRIMARY KEY NOT NULL,
	"outcome" text NOT NULL,
	"subset" jsonb,
	"asked_at" timestamp (3) with time zone NOT NULL
);
--> statement-breakpoint
CREATE TABLE "registry_snapshots" (
	"id" text collate "C" PRIMARY KEY NOT NULL,
	"organisation_id" text collate "C" NOT NULL,
	"standing" text NOT NULL,
	"fetched_at" timestamp (3) with time zone NOT NULL,
	"sha256" text collate "C" NOT NULL,
	"subset" jsonb
);
--> statement-breakpoint
CREATE TABLE "repayments" (
	"id" text collate "C" PRIMARY KEY NOT NULL,
	"agreement_id" text collate "C" NOT NULL,
	"amount" bigint NOT NULL,
	"reason" text NOT NULL,
	"due_on" text collate "C" NOT NULL,
	"status" text NOT NULL,
	"returned_on" text collate "C",
	"recorded_by" text collate "C",
	"created_at" timestamp (3) with time zone NOT NULL
);
--> statement-breakpoint
CREATE TABLE "reports" (
	"id" text collate "C" PRIMARY KEY NOT NULL,
	"agreement_id" text collate "C" NOT NULL,
	"kind" text NOT NULL,
	"status" text NOT NULL,
	"due_on" text collate "C" NOT NULL,
	"content" jsonb NOT NULL,
	"submitted_at" timestamp (3) with time zone,
	"submitted_by" text collate "C",
	"receipt_number" text collate "C",
	"sha256" text collate "C",
	"reviewer_id" text collate "C",
	"review_note" text,
	"reviewed_at" timestamp (3) with time zone,
	"questions" text,
	"questions_due_on" text collate "C",
	"questions_answer" text,
	"accepted_by" text collate "C",
	"accepted_at" timestamp (3) with time zone,
	"unspent" bigint DEFAULT 0 NOT NULL,
	"created_at" timestamp (3) with time zone NOT NULL,
	"updated_at" timestamp (3) with time zone NOT NULL,
	"version" integer DEFAULT 1 NOT NULL,
	CONSTRAINT "reports_receipt_number_unique" UNIQUE("receipt_number")
);
--> statement-breakpoint
CREATE TABLE "request_keys" (
	"key" text collate "C" PRIMARY KEY NOT NULL,
	"actor_id" text collate "C",
	"location" text,
	"at" timestamp (3) with time zone NOT NULL
);
--> statement-breakpoint
CREATE TABLE "review_scores" (
	"review_id" text collate "C" NOT NULL,
	"criterion_id" text collate "C" NOT NULL,
	"points" integer,
	"reason" text NOT NULL,
	CONSTRAINT "review_scores_review_id_criterion_id_pk" PRIMARY KEY("review_id","criterion_id")
);
--> statement-breakpoint
CREATE TABLE "reviews" (
	"id" text collate "C" PRIMARY KEY NOT NULL,
	"call_id" text collate "C" NOT NULL,
	"application_id" text collate "C" NOT NULL,
	"person_id" text collate "C" NOT NULL,
	"status" text NOT NULL,
	"total" integer DEFAULT 0 NOT NULL,
	"created_at" timestamp (3) with time zone NOT NULL,
	"handed_in_at" timestamp (3) with time zone,
	"version" integer DEFAULT 1 NOT NULL
);
--> statement-breakpoint
CREATE TABLE "role_grants" (
	"person_id" text collate "C" NOT NULL,
	"role" text NOT NULL,
	"granted_by" text collate "C",
	"granted_at" timestamp (3) with time zone NOT NULL,
	CONSTRAINT "role_grants_person_id_role_pk" PRIMARY KEY("person_id","role")
);
--> statement-breakpoint
CREATE TABLE "saved_searches" (
	"id" text collate "C" PRIMARY KEY NOT NULL,
	"email" text collate "C" NOT NULL,
	"lang" text collate "C" NOT NULL,
	"query" text NOT NULL,
	"wish" text collate "C" NOT NULL,
	"stop_token" text collate "C" NOT NULL,
	"confirm_digest" text collate "C" NOT NULL,
	"created_at" timestamp (3) with time zone NOT NULL,
	"confirmed_at" timestamp (3) with time zone,
	"seen_until" timestamp (3) with time zone NOT NULL,
	CONSTRAINT "saved_searches_stop_token_unique" UNIQUE("stop_token"),
	CONSTRAINT "saved_searches_confirm_digest_unique" UNIQUE("confirm_digest")
);
--> statement-breakpoint
CREATE TABLE "services" (
	"id" text collate "C" PRIMARY KEY NOT NULL,
	"organisation_id" text collate "C" NOT NULL,
	"location_id" text collate "C",
	"kind" text NOT NULL,
	"status" text DEFAULT 'active' NOT NULL,
	"names" jsonb NOT NULL,
	"descriptions" jsonb DEFAULT '{}'::jsonb NOT NULL,
	"cost" text NOT NULL,
	"cost_note" text,
	"languages" jsonb DEFAULT '[]'::jsonb NOT NULL,
	"target_groups" jsonb DEFAULT '[]'::jsonb NOT NULL,
	"hours" jsonb DEFAULT '[]'::jsonb NOT NULL,
	"hours_note" text,
	"how_to_come" text,
	"position" integer DEFAULT 0 NOT NULL,
	"changed_at" timestamp (3) with time zone NOT NULL
);
--> statement-breakpoint
CREATE TABLE "sessions" (
	"id" text collate "C" PRIMARY KEY NOT NULL,
	"person_id" text collate "C" NOT NULL,
	"created_at" timestamp (3) with time zone NOT NULL,
	"expires_at" timestamp (3) with time zone NOT NULL
);
--> statement-breakpoint
CREATE TABLE "sign_offs" (
	"application_id" text collate "C" NOT NULL,
	"person_id" text collate "C" NOT NULL,
	"version" integer NOT NULL,
	"at" timestamp (3) with time zone NOT NULL,
	CONSTRAINT "sign_offs_application_id_person_id_pk" PRIMARY KEY("application_id","person_id")
);
--> statement-breakpoint
CREATE TABLE "small_grant_comments" (
	"id" text collate "C" PRIMARY KEY NOT NULL,
	"small_grant_id" text collate "C" NOT NULL,
	"number" integer NOT NULL,
	"lang" text NOT NULL,
	"text" text NOT NULL,
	"author_name" text,
	"email" text collate "C",
	"status" text NOT NULL,
	"hidden_reason" text,
	"answer" text,
	"answered_by" text collate "C",
	"created_at" timestamp (3) with time zone NOT NULL
);
--> statement-breakpoint
CREATE TABLE "small_grant_pools" (
	"year" integer PRIMARY KEY NOT NULL,
	"planned" bigint NOT NULL,
	"set_by" text collate "C" NOT NULL,
	"set_at" timestamp (3) with time zone NOT NULL
);
--> statement-breakpoint
CREATE TABLE "small_grant_postings" (
	"small_grant_id" text collate "C" NOT NULL,
	"place" text NOT NULL,
	"posted_on" text collate "C" NOT NULL,
	"reference" text NOT NULL,
	"recorded_by" text collate "C" NOT NULL,
	CONSTRAINT "small_grant_postings_small_grant_id_place_pk" PRIMARY KEY("small_grant_id","place")
);
--> statement-breakpoint
CREATE TABLE "small_grant_submissions" (
	"id" text collate "C" PRIMARY KEY NOT NULL,
	"small_grant_id" text collate "C" NOT NULL,
	"submitted_at" timestamp (3) with time zone NOT NULL,
	"submitted_by" text collate "C" NOT NULL,
	"snapshot" text NOT NULL,
	"sha256" text collate "C" NOT NULL
);
--> statement-breakpoint
CREATE TABLE "small_grants" (
	"id" text collate "C" PRIMARY KEY NOT NULL,
	"organisation_id" text collate "C" NOT NULL,
	"status" text NOT NULL,
	"title" text NOT NULL,
	"content" jsonb NOT NULL,
	"grant" bigint DEFAULT 0 NOT NULL,
	"total" bigint DEFAULT 0 NOT NULL,
	"created_by" text collate "C" NOT NULL,
	"created_at" timestamp (3) with time zone NOT NULL,
	"updated_at" timestamp (3) with time zone NOT NULL,
	"receipt_number" text collate "C",
	"submitted_at" timestamp (3) with time zone,
	"correction_note" text,
	"reviewed_by" text collate "C",
	"public_copy" jsonb,
	"finding_reason" text,
	"posted_on" text collate "C",
	"comments_until" text collate "C",
	"decided_by" text collate "C",
	"decided_at" timestamp (3) with time zone,
	"order_number" text,
	"order_date" text collate "C",
	"decision_reason" text,
	"application_id" text collate "C",
	"version" integer DEFAULT 1 NOT NULL,
	CONSTRAINT "small_grants_receipt_number_unique" UNIQUE("receipt_number")
);
--> statement-breakpoint
CREATE TABLE "submissions" (
	"id" text collate "C" PRIMARY KEY NOT NULL,
	"application_id" text collate "C" NOT NULL,
	"kind" text NOT NULL,
	"receipt_number" text collate "C" NOT NULL,
	"submitted_at" timestamp (3) with time zone NOT NULL,
	"submitted_by" text collate "C" NOT NULL,
	"snapshot" text NOT NULL,
	"sha256" text collate "C" NOT NULL,
	CONSTRAINT "submissions_receipt_number_unique" UNIQUE("receipt_number")
);
--> statement-breakpoint
CREATE TABLE "suggestions" (
	"id" text collate "C" PRIMARY KEY NOT NULL,
	"organisation_id" text collate "C" NOT NULL,
	"status" text NOT NULL,
	"topic" text NOT NULL,
	"text" text NOT NULL,
	"email" text,
	"lang" text NOT NULL,
	"sent_at" timestamp (3) with time zone NOT NULL,
	"answer" text,
	"answered_by" text collate "C",
	"answered_at" timestamp (3) with time zone
);
--> statement-breakpoint
CREATE TABLE "throttles" (
	"key" text collate "C" PRIMARY KEY NOT NULL,
	"count" integer NOT NULL,
	"resets_at" timestamp (3) with time zone NOT NULL
);
--> statement-breakpoint
CREATE TABLE "tokens" (
	"digest" text collate "C" PRIMARY KEY NOT NULL,
	"kind" text NOT NULL,
	"person_id" text collate "C",
	"subject_id" text collate "C",
	"expires_at" timestamp (3) with time zone NOT NULL,
	"used_at" timestamp (3) with time zone
);
--> statement-breakpoint
CREATE TABLE "upload_intents" (
	"file_key" text collate "C" PRIMARY KEY NOT NULL,
	"person_id" text collate "C" NOT NULL,
	"purpose" text NOT NULL,
	"subject_id" text collate "C" NOT NULL,
	"callback_url" text NOT NULL,
	"callback_slug" text NOT NULL,
	"metadata" jsonb NOT NULL,
	"created_at" timestamp (3) with time zone NOT NULL,
	"result" jsonb
);
--> statement-breakpoint
CREATE TABLE "upload_secrets" (
	"id" text collate "C" PRIMARY KEY NOT NULL,
	"secret" text NOT NULL
);
--> statement-breakpoint
ALTER TABLE "agreement_signatures" ADD CONSTRAINT "agreement_signatures_agreement_id_agreements_id_fk" FOREIGN KEY ("agreement_id") REFERENCES "public"."agreements"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "agreement_signatures" ADD CONSTRAINT "agreement_signatures_person_id_people_id_fk" FOREIGN KEY ("person_id") REFERENCES "public"."people"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "agreements" ADD CONSTRAINT "agreements_award_id_awards_id_fk" FOREIGN KEY ("award_id") REFERENCES "public"."awards"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "agreements" ADD CONSTRAINT "agreements_call_id_calls_id_fk" FOREIGN KEY ("call_id") REFERENCES "public"."calls"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "agreements" ADD CONSTRAINT "agreements_application_id_applications_id_fk" FOREIGN KEY ("application_id") REFERENCES "public"."applications"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "agreements" ADD CONSTRAINT "agreements_organisation_id_organisations_id_fk" FOREIGN KEY ("organisation_id") REFERENCES "public"."organisations"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "agreements" ADD CONSTRAINT "agreements_prepared_by_people_id_fk" FOREIGN KEY ("prepared_by") REFERENCES "public"."people"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "agreements" ADD CONSTRAINT "agreements_city_signed_by_people_id_fk" FOREIGN KEY ("city_signed_by") REFERENCES "public"."people"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "application_comments" ADD CONSTRAINT "application_comments_application_id_applications_id_fk" FOREIGN KEY ("application_id") REFERENCES "public"."applications"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "application_comments" ADD CONSTRAINT "application_comments_author_id_people_id_fk" FOREIGN KEY ("author_id") REFERENCES "public"."people"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "application_revisions" ADD CONSTRAINT "application_revisions_application_id_applications_id_fk" FOREIGN KEY ("application_id") REFERENCES "public"."applications"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "application_revisions" ADD CONSTRAINT "application_revisions_author_id_people_id_fk" FOREIGN KEY ("author_id") REFERENCES "public"."people"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "applications" ADD CONSTRAINT "applications_call_id_calls_id_fk" FOREIGN KEY ("call_id") REFERENCES "public"."calls"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "applications" ADD CONSTRAINT "applications_organisation_id_organisations_id_fk" FOREIGN KEY ("organisation_id") REFERENCES "public"."organisations"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "applications" ADD CONSTRAINT "applications_created_by_people_id_fk" FOREIGN KEY ("created_by") REFERENCES "public"."people"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "awards" ADD CONSTRAINT "awards_call_id_calls_id_fk" FOREIGN KEY ("call_id") REFERENCES "public"."calls"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "awards" ADD CONSTRAINT "awards_application_id_applications_id_fk" FOREIGN KEY ("application_id") REFERENCES "public"."applications"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "awards" ADD CONSTRAINT "awards_organisation_id_organisations_id_fk" FOREIGN KEY ("organisation_id") REFERENCES "public"."organisations"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "calendar_feeds" ADD CONSTRAINT "calendar_feeds_person_id_people_id_fk" FOREIGN KEY ("person_id") REFERENCES "public"."people"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "call_alerts_sent" ADD CONSTRAINT "call_alerts_sent_alert_id_call_alerts_id_fk" FOREIGN KEY ("alert_id") REFERENCES "public"."call_alerts"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "call_alerts_sent" ADD CONSTRAINT "call_alerts_sent_call_id_calls_id_fk" FOREIGN KEY ("call_id") REFERENCES "public"."calls"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "call_checklist" ADD CONSTRAINT "call_checklist_call_id_calls_id_fk" FOREIGN KEY ("call_id") REFERENCES "public"."calls"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "call_criteria" ADD CONSTRAINT "call_criteria_call_id_calls_id_fk" FOREIGN KEY ("call_id") REFERENCES "public"."calls"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "call_endings" ADD CONSTRAINT "call_endings_call_id_calls_id_fk" FOREIGN KEY ("call_id") REFERENCES "public"."calls"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "call_endings" ADD CONSTRAINT "call_endings_ended_by_people_id_fk" FOREIGN KEY ("ended_by") REFERENCES "public"."people"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "call_publications" ADD CONSTRAINT "call_publications_call_id_calls_id_fk" FOREIGN KEY ("call_id") REFERENCES "public"."calls"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "call_publications" ADD CONSTRAINT "call_publications_recorded_by_people_id_fk" FOREIGN KEY ("recorded_by") REFERENCES "public"."people"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "call_questions" ADD CONSTRAINT "call_questions_call_id_calls_id_fk" FOREIGN KEY ("call_id") REFERENCES "public"."calls"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "call_questions" ADD CONSTRAINT "call_questions_answered_by_people_id_fk" FOREIGN KEY ("answered_by") REFERENCES "public"."people"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "call_versions" ADD CONSTRAINT "call_versions_call_id_calls_id_fk" FOREIGN KEY ("call_id") REFERENCES "public"."calls"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "call_versions" ADD CONSTRAINT "call_versions_proposed_by_people_id_fk" FOREIGN KEY ("proposed_by") REFERENCES "public"."people"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "call_versions" ADD CONSTRAINT "call_versions_approved_by_people_id_fk" FOREIGN KEY ("approved_by") REFERENCES "public"."people"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "calls" ADD CONSTRAINT "calls_author_id_people_id_fk" FOREIGN KEY ("author_id") REFERENCES "public"."people"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "calls" ADD CONSTRAINT "calls_approver_id_people_id_fk" FOREIGN KEY ("approver_id") REFERENCES "public"."people"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "change_requests" ADD CONSTRAINT "change_requests_organisation_id_organisations_id_fk" FOREIGN KEY ("organisation_id") REFERENCES "public"."organisations"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "change_requests" ADD CONSTRAINT "change_requests_asked_by_people_id_fk" FOREIGN KEY ("asked_by") REFERENCES "public"."people"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "change_requests" ADD CONSTRAINT "change_requests_decided_by_people_id_fk" FOREIGN KEY ("decided_by") REFERENCES "public"."people"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "claims" ADD CONSTRAINT "claims_organisation_id_organisations_id_fk" FOREIGN KEY ("organisation_id") REFERENCES "public"."organisations"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "claims" ADD CONSTRAINT "claims_person_id_people_id_fk" FOREIGN KEY ("person_id") REFERENCES "public"."people"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "claims" ADD CONSTRAINT "claims_decided_by_people_id_fk" FOREIGN KEY ("decided_by") REFERENCES "public"."people"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "co_offerors" ADD CONSTRAINT "co_offerors_application_id_applications_id_fk" FOREIGN KEY ("application_id") REFERENCES "public"."applications"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "co_offerors" ADD CONSTRAINT "co_offerors_organisation_id_organisations_id_fk" FOREIGN KEY ("organisation_id") REFERENCES "public"."organisations"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "co_offerors" ADD CONSTRAINT "co_offerors_invited_by_people_id_fk" FOREIGN KEY ("invited_by") REFERENCES "public"."people"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "co_offerors" ADD CONSTRAINT "co_offerors_answered_by_people_id_fk" FOREIGN KEY ("answered_by") REFERENCES "public"."people"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "committee_members" ADD CONSTRAINT "committee_members_call_id_calls_id_fk" FOREIGN KEY ("call_id") REFERENCES "public"."calls"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "committee_members" ADD CONSTRAINT "committee_members_person_id_people_id_fk" FOREIGN KEY ("person_id") REFERENCES "public"."people"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "committee_members" ADD CONSTRAINT "committee_members_organisation_id_organisations_id_fk" FOREIGN KEY ("organisation_id") REFERENCES "public"."organisations"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "committee_proposals" ADD CONSTRAINT "committee_proposals_call_id_calls_id_fk" FOREIGN KEY ("call_id") REFERENCES "public"."calls"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "committee_proposals" ADD CONSTRAINT "committee_proposals_organisation_id_organisations_id_fk" FOREIGN KEY ("organisation_id") REFERENCES "public"."organisations"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "committee_proposals" ADD CONSTRAINT "committee_proposals_proposed_by_people_id_fk" FOREIGN KEY ("proposed_by") REFERENCES "public"."people"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "committee_proposals" ADD CONSTRAINT "committee_proposals_decided_by_people_id_fk" FOREIGN KEY ("decided_by") REFERENCES "public"."people"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "committee_recruitments" ADD CONSTRAINT "committee_recruitments_call_id_calls_id_fk" FOREIGN KEY ("call_id") REFERENCES "public"."calls"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "committee_recruitments" ADD CONSTRAINT "committee_recruitments_opened_by_people_id_fk" FOREIGN KEY ("opened_by") REFERENCES "public"."people"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "confirmation_notices" ADD CONSTRAINT "confirmation_notices_organisation_id_organisations_id_fk" FOREIGN KEY ("organisation_id") REFERENCES "public"."organisations"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "consultation_comments" ADD CONSTRAINT "consultation_comments_consultation_id_consultations_id_fk" FOREIGN KEY ("consultation_id") REFERENCES "public"."consultations"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "consultation_comments" ADD CONSTRAINT "consultation_comments_answered_by_people_id_fk" FOREIGN KEY ("answered_by") REFERENCES "public"."people"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "consultations" ADD CONSTRAINT "consultations_author_id_people_id_fk" FOREIGN KEY ("author_id") REFERENCES "public"."people"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "correction_questions" ADD CONSTRAINT "correction_questions_application_id_applications_id_fk" FOREIGN KEY ("application_id") REFERENCES "public"."applications"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "correction_questions" ADD CONSTRAINT "correction_questions_asked_by_people_id_fk" FOREIGN KEY ("asked_by") REFERENCES "public"."people"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "correction_questions" ADD CONSTRAINT "correction_questions_answered_by_people_id_fk" FOREIGN KEY ("answered_by") REFERENCES "public"."people"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "entry_changes" ADD CONSTRAINT "entry_changes_organisation_id_organisations_id_fk" FOREIGN KEY ("organisation_id") REFERENCES "public"."organisations"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "files" ADD CONSTRAINT "files_uploaded_by_people_id_fk" FOREIGN KEY ("uploaded_by") REFERENCES "public"."people"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "formal_answers" ADD CONSTRAINT "formal_answers_application_id_applications_id_fk" FOREIGN KEY ("application_id") REFERENCES "public"."applications"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "formal_answers" ADD CONSTRAINT "formal_answers_checklist_id_call_checklist_id_fk" FOREIGN KEY ("checklist_id") REFERENCES "public"."call_checklist"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "formal_answers" ADD CONSTRAINT "formal_answers_answered_by_people_id_fk" FOREIGN KEY ("answered_by") REFERENCES "public"."people"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "formal_checks" ADD CONSTRAINT "formal_checks_application_id_applications_id_fk" FOREIGN KEY ("application_id") REFERENCES "public"."applications"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "formal_checks" ADD CONSTRAINT "formal_checks_proposed_by_people_id_fk" FOREIGN KEY ("proposed_by") REFERENCES "public"."people"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "formal_checks" ADD CONSTRAINT "formal_checks_confirmed_by_people_id_fk" FOREIGN KEY ("confirmed_by") REFERENCES "public"."people"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "former_slugs" ADD CONSTRAINT "former_slugs_organisation_id_organisations_id_fk" FOREIGN KEY ("organisation_id") REFERENCES "public"."organisations"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "hand_overs" ADD CONSTRAINT "hand_overs_organisation_id_organisations_id_fk" FOREIGN KEY ("organisation_id") REFERENCES "public"."organisations"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "hand_overs" ADD CONSTRAINT "hand_overs_to_person_id_people_id_fk" FOREIGN KEY ("to_person_id") REFERENCES "public"."people"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "hand_overs" ADD CONSTRAINT "hand_overs_proposed_by_people_id_fk" FOREIGN KEY ("proposed_by") REFERENCES "public"."people"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "hand_overs" ADD CONSTRAINT "hand_overs_confirmed_by_people_id_fk" FOREIGN KEY ("confirmed_by") REFERENCES "public"."people"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "impartiality_declarations" ADD CONSTRAINT "impartiality_declarations_call_id_calls_id_fk" FOREIGN KEY ("call_id") REFERENCES "public"."calls"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "impartiality_declarations" ADD CONSTRAINT "impartiality_declarations_person_id_people_id_fk" FOREIGN KEY ("person_id") REFERENCES "public"."people"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "instalments" ADD CONSTRAINT "instalments_agreement_id_agreements_id_fk" FOREIGN KEY ("agreement_id") REFERENCES "public"."agreements"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "instalments" ADD CONSTRAINT "instalments_ordered_by_people_id_fk" FOREIGN KEY ("ordered_by") REFERENCES "public"."people"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "instalments" ADD CONSTRAINT "instalments_confirmed_by_people_id_fk" FOREIGN KEY ("confirmed_by") REFERENCES "public"."people"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "invitations" ADD CONSTRAINT "invitations_organisation_id_organisations_id_fk" FOREIGN KEY ("organisation_id") REFERENCES "public"."organisations"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "invitations" ADD CONSTRAINT "invitations_invited_by_people_id_fk" FOREIGN KEY ("invited_by") REFERENCES "public"."people"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "local_initiative_submissions" ADD CONSTRAINT "local_initiative_submissions_local_initiative_id_local_initiatives_id_fk" FOREIGN KEY ("local_initiative_id") REFERENCES "public"."local_initiatives"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "local_initiative_submissions" ADD CONSTRAINT "local_initiative_submissions_submitted_by_people_id_fk" FOREIGN KEY ("submitted_by") REFERENCES "public"."people"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "local_initiatives" ADD CONSTRAINT "local_initiatives_person_id_people_id_fk" FOREIGN KEY ("person_id") REFERENCES "public"."people"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "local_initiatives" ADD CONSTRAINT "local_initiatives_organisation_id_organisations_id_fk" FOREIGN KEY ("organisation_id") REFERENCES "public"."organisations"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "local_initiatives" ADD CONSTRAINT "local_initiatives_assessed_by_people_id_fk" FOREIGN KEY ("assessed_by") REFERENCES "public"."people"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "local_initiatives" ADD CONSTRAINT "local_initiatives_decided_by_people_id_fk" FOREIGN KEY ("decided_by") REFERENCES "public"."people"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "local_initiatives" ADD CONSTRAINT "local_initiatives_closed_by_people_id_fk" FOREIGN KEY ("closed_by") REFERENCES "public"."people"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "locations" ADD CONSTRAINT "locations_organisation_id_organisations_id_fk" FOREIGN KEY ("organisation_id") REFERENCES "public"."organisations"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "memberships" ADD CONSTRAINT "memberships_organisation_id_organisations_id_fk" FOREIGN KEY ("organisation_id") REFERENCES "public"."organisations"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "memberships" ADD CONSTRAINT "memberships_person_id_people_id_fk" FOREIGN KEY ("person_id") REFERENCES "public"."people"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "mergers" ADD CONSTRAINT "mergers_kept_id_organisations_id_fk" FOREIGN KEY ("kept_id") REFERENCES "public"."organisations"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "mergers" ADD CONSTRAINT "mergers_merged_id_organisations_id_fk" FOREIGN KEY ("merged_id") REFERENCES "public"."organisations"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "mergers" ADD CONSTRAINT "mergers_merged_by_people_id_fk" FOREIGN KEY ("merged_by") REFERENCES "public"."people"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "not_duplicates" ADD CONSTRAINT "not_duplicates_first_id_organisations_id_fk" FOREIGN KEY ("first_id") REFERENCES "public"."organisations"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "not_duplicates" ADD CONSTRAINT "not_duplicates_second_id_organisations_id_fk" FOREIGN KEY ("second_id") REFERENCES "public"."organisations"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "not_duplicates" ADD CONSTRAINT "not_duplicates_said_by_people_id_fk" FOREIGN KEY ("said_by") REFERENCES "public"."people"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "offer_helpers" ADD CONSTRAINT "offer_helpers_application_id_applications_id_fk" FOREIGN KEY ("application_id") REFERENCES "public"."applications"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "offer_helpers" ADD CONSTRAINT "offer_helpers_invited_by_people_id_fk" FOREIGN KEY ("invited_by") REFERENCES "public"."people"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "offer_helpers" ADD CONSTRAINT "offer_helpers_person_id_people_id_fk" FOREIGN KEY ("person_id") REFERENCES "public"."people"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "offer_helpers" ADD CONSTRAINT "offer_helpers_ended_by_people_id_fk" FOREIGN KEY ("ended_by") REFERENCES "public"."people"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "organisation_facets" ADD CONSTRAINT "organisation_facets_organisation_id_organisations_id_fk" FOREIGN KEY ("organisation_id") REFERENCES "public"."organisations"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "organisation_import_rows" ADD CONSTRAINT "organisation_import_rows_import_id_organisation_imports_id_fk" FOREIGN KEY ("import_id") REFERENCES "public"."organisation_imports"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "organisation_imports" ADD CONSTRAINT "organisation_imports_uploaded_by_people_id_fk" FOREIGN KEY ("uploaded_by") REFERENCES "public"."people"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "organisation_imports" ADD CONSTRAINT "organisation_imports_done_by_people_id_fk" FOREIGN KEY ("done_by") REFERENCES "public"."people"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "organisation_imports" ADD CONSTRAINT "organisation_imports_undone_by_people_id_fk" FOREIGN KEY ("undone_by") REFERENCES "public"."people"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "organisations" ADD CONSTRAINT "organisations_verified_by_people_id_fk" FOREIGN KEY ("verified_by") REFERENCES "public"."people"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "organisations" ADD CONSTRAINT "organisations_created_by_people_id_fk" FOREIGN KEY ("created_by") REFERENCES "public"."people"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "patronages" ADD CONSTRAINT "patronages_group_id_organisations_id_fk" FOREIGN KEY ("group_id") REFERENCES "public"."organisations"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "patronages" ADD CONSTRAINT "patronages_patron_id_organisations_id_fk" FOREIGN KEY ("patron_id") REFERENCES "public"."organisations"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "patronages" ADD CONSTRAINT "patronages_proposed_by_person_people_id_fk" FOREIGN KEY ("proposed_by_person") REFERENCES "public"."people"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "proposal_questions" ADD CONSTRAINT "proposal_questions_proposal_id_proposals_id_fk" FOREIGN KEY ("proposal_id") REFERENCES "public"."proposals"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "proposal_questions" ADD CONSTRAINT "proposal_questions_asked_by_people_id_fk" FOREIGN KEY ("asked_by") REFERENCES "public"."people"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "proposal_questions" ADD CONSTRAINT "proposal_questions_replied_by_people_id_fk" FOREIGN KEY ("replied_by") REFERENCES "public"."people"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "proposals" ADD CONSTRAINT "proposals_organisation_id_organisations_id_fk" FOREIGN KEY ("organisation_id") REFERENCES "public"."organisations"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "proposals" ADD CONSTRAINT "proposals_created_by_people_id_fk" FOREIGN KEY ("created_by") REFERENCES "public"."people"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "proposals" ADD CONSTRAINT "proposals_examined_by_people_id_fk" FOREIGN KEY ("examined_by") REFERENCES "public"."people"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "proposals" ADD CONSTRAINT "proposals_decided_by_people_id_fk" FOREIGN KEY ("decided_by") REFERENCES "public"."people"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "proposals" ADD CONSTRAINT "proposals_call_id_calls_id_fk" FOREIGN KEY ("call_id") REFERENCES "public"."calls"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "rankings" ADD CONSTRAINT "rankings_application_id_applications_id_fk" FOREIGN KEY ("application_id") REFERENCES "public"."applications"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "rankings" ADD CONSTRAINT "rankings_call_id_calls_id_fk" FOREIGN KEY ("call_id") REFERENCES "public"."calls"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "receipts" ADD CONSTRAINT "receipts_key_id_receipt_keys_id_fk" FOREIGN KEY ("key_id") REFERENCES "public"."receipt_keys"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "registry_snapshots" ADD CONSTRAINT "registry_snapshots_organisation_id_organisations_id_fk" FOREIGN KEY ("organisation_id") REFERENCES "public"."organisations"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "repayments" ADD CONSTRAINT "repayments_agreement_id_agreements_id_fk" FOREIGN KEY ("agreement_id") REFERENCES "public"."agreements"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "repayments" ADD CONSTRAINT "repayments_recorded_by_people_id_fk" FOREIGN KEY ("recorded_by") REFERENCES "public"."people"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "reports" ADD CONSTRAINT "reports_agreement_id_agreements_id_fk" FOREIGN KEY ("agreement_id") REFERENCES "public"."agreements"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "reports" ADD CONSTRAINT "reports_submitted_by_people_id_fk" FOREIGN KEY ("submitted_by") REFERENCES "public"."people"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "reports" ADD CONSTRAINT "reports_reviewer_id_people_id_fk" FOREIGN KEY ("reviewer_id") REFERENCES "public"."people"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "reports" ADD CONSTRAINT "reports_accepted_by_people_id_fk" FOREIGN KEY ("accepted_by") REFERENCES "public"."people"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "review_scores" ADD CONSTRAINT "review_scores_review_id_reviews_id_fk" FOREIGN KEY ("review_id") REFERENCES "public"."reviews"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "review_scores" ADD CONSTRAINT "review_scores_criterion_id_call_criteria_id_fk" FOREIGN KEY ("criterion_id") REFERENCES "public"."call_criteria"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "reviews" ADD CONSTRAINT "reviews_call_id_calls_id_fk" FOREIGN KEY ("call_id") REFERENCES "public"."calls"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "reviews" ADD CONSTRAINT "reviews_application_id_applications_id_fk" FOREIGN KEY ("application_id") REFERENCES "public"."applications"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "reviews" ADD CONSTRAINT "reviews_person_id_people_id_fk" FOREIGN KEY ("person_id") REFERENCES "public"."people"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "role_grants" ADD CONSTRAINT "role_grants_person_id_people_id_fk" FOREIGN KEY ("person_id") REFERENCES "public"."people"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "services" ADD CONSTRAINT "services_organisation_id_organisations_id_fk" FOREIGN KEY ("organisation_id") REFERENCES "public"."organisations"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "services" ADD CONSTRAINT "services_location_id_locations_id_fk" FOREIGN KEY ("location_id") REFERENCES "public"."locations"("id") ON DELETE set null ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "sessions" ADD CONSTRAINT "sessions_person_id_people_id_fk" FOREIGN KEY ("person_id") REFERENCES "public"."people"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "sign_offs" ADD CONSTRAINT "sign_offs_application_id_applications_id_fk" FOREIGN KEY ("application_id") REFERENCES "public"."applications"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "sign_offs" ADD CONSTRAINT "sign_offs_person_id_people_id_fk" FOREIGN KEY ("person_id") REFERENCES "public"."people"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "small_grant_comments" ADD CONSTRAINT "small_grant_comments_small_grant_id_small_grants_id_fk" FOREIGN KEY ("small_grant_id") REFERENCES "public"."small_grants"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "small_grant_comments" ADD CONSTRAINT "small_grant_comments_answered_by_people_id_fk" FOREIGN KEY ("answered_by") REFERENCES "public"."people"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "small_grant_pools" ADD CONSTRAINT "small_grant_pools_set_by_people_id_fk" FOREIGN KEY ("set_by") REFERENCES "public"."people"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "small_grant_postings" ADD CONSTRAINT "small_grant_postings_small_grant_id_small_grants_id_fk" FOREIGN KEY ("small_grant_id") REFERENCES "public"."small_grants"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "small_grant_postings" ADD CONSTRAINT "small_grant_postings_recorded_by_people_id_fk" FOREIGN KEY ("recorded_by") REFERENCES "public"."people"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "small_grant_submissions" ADD CONSTRAINT "small_grant_submissions_small_grant_id_small_grants_id_fk" FOREIGN KEY ("small_grant_id") REFERENCES "public"."small_grants"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "small_grant_submissions" ADD CONSTRAINT "small_grant_submissions_submitted_by_people_id_fk" FOREIGN KEY ("submitted_by") REFERENCES "public"."people"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "small_grants" ADD CONSTRAINT "small_grants_organisation_id_organisations_id_fk" FOREIGN KEY ("organisation_id") REFERENCES "public"."organisations"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "small_grants" ADD CONSTRAINT "small_grants_created_by_people_id_fk" FOREIGN KEY ("created_by") REFERENCES "public"."people"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "small_grants" ADD CONSTRAINT "small_grants_reviewed_by_people_id_fk" FOREIGN KEY ("reviewed_by") REFERENCES "public"."people"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "small_grants" ADD CONSTRAINT "small_grants_decided_by_people_id_fk" FOREIGN KEY ("decided_by") REFERENCES "public"."people"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "small_grants" ADD CONSTRAINT "small_grants_application_id_applications_id_fk" FOREIGN KEY ("application_id") REFERENCES "public"."applications"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "submissions" ADD CONSTRAINT "submissions_application_id_applications_id_fk" FOREIGN KEY ("application_id") REFERENCES "public"."applications"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "submissions" ADD CONSTRAINT "submissions_submitted_by_people_id_fk" FOREIGN KEY ("submitted_by") REFERENCES "public"."people"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "suggestions" ADD CONSTRAINT "suggestions_organisation_id_organisations_id_fk" FOREIGN KEY ("organisation_id") REFERENCES "public"."organisations"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "suggestions" ADD CONSTRAINT "suggestions_answered_by_people_id_fk" FOREIGN KEY ("answered_by") REFERENCES "public"."people"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "tokens" ADD CONSTRAINT "tokens_person_id_people_id_fk" FOREIGN KEY ("person_id") REFERENCES "public"."people"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "upload_intents" ADD CONSTRAINT "upload_intents_person_id_people_id_fk" FOREIGN KEY ("person_id") REFERENCES "public"."people"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "agreements_organisation" ON "agreements" USING btree ("organisation_id");--> statement-breakpoint
CREATE INDEX "application_comments_application" ON "application_comments" USING btree ("application_id");--> statement-breakpoint
CREATE UNIQUE INDEX "application_revisions_version" ON "application_revisions" USING btree ("application_id","version");--> statement-breakpoint
CREATE INDEX "applications_call" ON "applications" USING btree ("call_id","status");--> statement-breakpoint
CREATE INDEX "applications_organisation" ON "applications" USING btree ("organisation_id","call_id");--> statement-breakpoint
CREATE INDEX "awards_call" ON "awards" USING btree ("call_id");--> statement-breakpoint
CREATE UNIQUE INDEX "call_alerts_wish" ON "call_alerts" USING btree ("email","target_group");--> statement-breakpoint
CREATE UNIQUE INDEX "call_checklist_code" ON "call_checklist" USING btree ("call_id","code");--> statement-breakpoint
CREATE UNIQUE INDEX "call_criteria_key" ON "call_criteria" USING btree ("call_id","key");--> statement-breakpoint
CREATE INDEX "call_questions_call" ON "call_questions" USING btree ("call_id","status");--> statement-breakpoint
CREATE UNIQUE INDEX "call_versions_number" ON "call_versions" USING btree ("call_id","number");--> statement-breakpoint
CREATE INDEX "calls_status" ON "calls" USING btree ("status","closes_at");--> statement-breakpoint
CREATE INDEX "change_requests_status" ON "change_requests" USING btree ("status","asked_at");--> statement-breakpoint
CREATE INDEX "change_requests_organisation" ON "change_requests" USING btree ("organisation_id");--> statement-breakpoint
CREATE INDEX "claims_status" ON "claims" USING btree ("status","asked_at");--> statement-breakpoint
CREATE INDEX "claims_organisation" ON "claims" USING btree ("organisation_id");--> statement-breakpoint
CREATE INDEX "claims_person" ON "claims" USING btree ("person_id");--> statement-breakpoint
CREATE INDEX "co_offerors_organisation" ON "co_offerors" USING btree ("organisation_id");--> statement-breakpoint
CREATE INDEX "committee_members_person" ON "committee_members" USING btree ("person_id");--> statement-breakpoint
CREATE UNIQUE INDEX "committee_proposals_organisation" ON "committee_proposals" USING btree ("call_id","organisation_id");--> statement-breakpoint
CREATE UNIQUE INDEX "consultation_comments_number" ON "consultation_comments" USING btree ("consultation_id","number");--> statement-breakpoint
CREATE UNIQUE INDEX "correction_questions_place" ON "correction_questions" USING btree ("application_id","section","place");--> statement-breakpoint
CREATE INDEX "entry_changes_organisation" ON "entry_changes" USING btree ("organisation_id","at");--> statement-breakpoint
CREATE INDEX "events_subject" ON "events" USING btree ("subject_kind","subject_id");--> statement-breakpoint
CREATE INDEX "events_at" ON "events" USING btree ("at");--> statement-breakpoint
CREATE INDEX "files_subject" ON "files" USING btree ("purpose","subject_id");--> statement-breakpoint
CREATE INDEX "files_scan" ON "files" USING btree ("scan","uploaded_at");--> statement-breakpoint
CREATE INDEX "former_slugs_organisation" ON "former_slugs" USING btree ("organisation_id");--> statement-breakpoint
CREATE INDEX "hand_overs_organisation" ON "hand_overs" USING btree ("organisation_id");--> statement-breakpoint
CREATE INDEX "hand_overs_status" ON "hand_overs" USING btree ("status");--> statement-breakpoint
CREATE UNIQUE INDEX "instalments_position" ON "instalments" USING btree ("agreement_id","position");--> statement-breakpoint
CREATE INDEX "invitations_organisation" ON "invitations" USING btree ("organisation_id");--> statement-breakpoint
CREATE UNIQUE INDEX "legal_rules_code_from" ON "legal_rules" USING btree ("code","valid_from");--> statement-breakpoint
CREATE INDEX "local_initiative_submissions_initiative" ON "local_initiative_submissions" USING btree ("local_initiative_id");--> statement-breakpoint
CREATE INDEX "local_initiatives_person" ON "local_initiatives" USING btree ("person_id");--> statement-breakpoint
CREATE INDEX "local_initiatives_organisation" ON "local_initiatives" USING btree ("organisation_id");--> statement-breakpoint
CREATE INDEX "local_initiatives_status" ON "local_initiatives" USING btree ("status");--> statement-breakpoint
CREATE INDEX "locations_organisation" ON "locations" USING btree ("organisation_id");--> statement-breakpoint
CREATE INDEX "memberships_person" ON "memberships" USING btree ("person_id");--> statement-breakpoint
CREATE INDEX "offer_helpers_application" ON "offer_helpers" USING btree ("application_id");--> statement-breakpoint
CREATE INDEX "offer_helpers_person" ON "offer_helpers" USING btree ("person_id");--> statement-breakpoint
CREATE INDEX "organisation_facets_value" ON "organisation_facets" USING btree ("facet","value");--> statement-breakpoint
CREATE INDEX "organisation_import_rows_verdict" ON "organisation_import_rows" USING btree ("import_id","verdict","row");--> statement-breakpoint
CREATE INDEX "organisation_imports_uploaded" ON "organisation_imports" USING btree ("uploaded_at");--> statement-breakpoint
CREATE INDEX "organisations_status_name" ON "organisations" USING btree ("status","name_key");--> statement-breakpoint
CREATE INDEX "organisations_name" ON "organisations" USING btree ("name_key","id");--> statement-breakpoint
CREATE INDEX "organisations_district" ON "organisations" USING btree ("district");--> statement-breakpoint
CREATE INDEX "outbox_due" ON "outbox" USING btree ("sent_at","next_try_at");--> statement-breakpoint
CREATE INDEX "patronages_group" ON "patronages" USING btree ("group_id");--> statement-breakpoint
CREATE INDEX "patronages_patron" ON "patronages" USING btree ("patron_id");--> statement-breakpoint
CREATE INDEX "proposal_questions_proposal" ON "proposal_questions" USING btree ("proposal_id");--> statement-breakpoint
CREATE INDEX "proposals_organisation" ON "proposals" USING btree ("organisation_id");--> statement-breakpoint
CREATE INDEX "proposals_status" ON "proposals" USING btree ("status");--> statement-breakpoint
CREATE INDEX "proposals_call" ON "proposals" USING btree ("call_id");--> statement-breakpoint
CREATE INDEX "rankings_call" ON "rankings" USING btree ("call_id","position");--> statement-breakpoint
CREATE UNIQUE INDEX "receipts_number" ON "receipts" USING btree ("number","code");--> statement-breakpoint
CREATE INDEX "registry_snapshots_organisation" ON "registry_snapshots" USING btree ("organisation_id","fetched_at");--> statement-breakpoint
CREATE INDEX "repayments_agreement" ON "repayments" USING btree ("agreement_id");--> statement-breakpoint
CREATE UNIQUE INDEX "reports_agreement_kind" ON "reports" USING btree ("agreement_id","kind");--> statement-breakpoint
CREATE UNIQUE INDEX "reviews_application_person" ON "reviews" USING btree ("application_id","person_id");--> statement-breakpoint
CREATE UNIQUE INDEX "saved_searches_wish" ON "saved_searches" USING btree ("email","wish");--> statement-breakpoint
CREATE INDEX "services_organisation" ON "services" USING btree ("organisation_id");--> statement-breakpoint
CREATE INDEX "services_kind" ON "services" USING btree ("kind");--> statement-breakpoint
CREATE INDEX "sessions_person" ON "sessions" USING btree ("person_id");--> statement-breakpoint
CREATE UNIQUE INDEX "small_grant_comments_number" ON "small_grant_comments" USING btree ("small_grant_id","number");--> statement-breakpoint
CREATE INDEX "small_grant_submissions_grant" ON "small_grant_submissions" USING btree ("small_grant_id");--> statement-breakpoint
CREATE INDEX "small_grants_organisation" ON "small_grants" USING btree ("organisation_id");--> statement-breakpoint
CREATE INDEX "small_grants_status" ON "small_grants" USING btree ("status");--> statement-breakpoint
CREATE INDEX "submissions_application" ON "submissions" USING btree ("application_id");--> statement-breakpoint
CREATE INDEX "suggestions_status" ON "suggestions" USING btree ("status","sent_at");--> statement-breakpoint
CREATE INDEX "suggestions_organisation" ON "suggestions" USING btree ("organisation_id");