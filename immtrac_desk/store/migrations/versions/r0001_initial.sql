CREATE TABLE audit (
	seq INTEGER NOT NULL,
	at DATETIME NOT NULL,
	actor_id TEXT NOT NULL,
	actor TEXT NOT NULL,
	act TEXT NOT NULL,
	client_id TEXT NOT NULL,
	document_id TEXT NOT NULL,
	act_id TEXT NOT NULL,
	"row" TEXT NOT NULL,
	document_digest TEXT NOT NULL,
	loud BOOLEAN NOT NULL,
	facts JSON NOT NULL,
	previous TEXT NOT NULL,
	digest TEXT NOT NULL,
	CONSTRAINT pk_audit PRIMARY KEY (seq),
	CONSTRAINT ck_audit_document_digest CHECK (length(document_digest) IN (0, 64)),
	CONSTRAINT ck_audit_previous CHECK (length(previous) = 64),
	CONSTRAINT ck_audit_digest CHECK (length(digest) = 64),
	CONSTRAINT ck_audit_seq CHECK (seq >= 1),
	CONSTRAINT ck_audit_loud CHECK (loud IN (0, 1))
)

CREATE INDEX ix_audit_act ON audit (act)

CREATE INDEX ix_audit_actor_id ON audit (actor_id)

CREATE INDEX ix_audit_client_id ON audit (client_id)

CREATE INDEX ix_audit_document_id ON audit (document_id)

CREATE TABLE settings (
	"key" VARCHAR(40) NOT NULL,
	value JSON NOT NULL,
	source TEXT NOT NULL,
	seen_on DATE,
	confirmed_by TEXT NOT NULL,
	CONSTRAINT pk_settings PRIMARY KEY ("key")
)

CREATE TABLE marks (
	"key" VARCHAR(40) NOT NULL,
	value JSON NOT NULL,
	CONSTRAINT pk_marks PRIMARY KEY ("key")
)

CREATE TABLE form_packs (
	stock_no VARCHAR(20) NOT NULL,
	language VARCHAR(10) NOT NULL,
	revision VARCHAR(40) NOT NULL,
	effective_from DATE NOT NULL,
	effective_to DATE,
	sha256 TEXT NOT NULL,
	verified_by TEXT NOT NULL,
	verified_on DATE,
	CONSTRAINT pk_form_packs PRIMARY KEY (stock_no, language, revision),
	CONSTRAINT ck_form_packs_sha256 CHECK (length(sha256) IN (0, 64)),
	CONSTRAINT ck_form_packs_effective CHECK (effective_to IS NULL OR effective_to >= effective_from),
	CONSTRAINT ck_form_packs_verified CHECK ((verified_by = '') = (verified_on IS NULL))
)

CREATE TABLE prints (
	id VARCHAR(40) NOT NULL,
	draft_id VARCHAR(40) NOT NULL,
	record_id VARCHAR(40) NOT NULL,
	printed_at DATETIME NOT NULL,
	language TEXT NOT NULL,
	revision TEXT NOT NULL,
	digest TEXT NOT NULL,
	answers_digest TEXT NOT NULL,
	pdf BLOB NOT NULL,
	CONSTRAINT pk_prints PRIMARY KEY (id),
	CONSTRAINT ck_prints_digest CHECK (length(digest) = 64),
	CONSTRAINT ck_prints_answers_digest CHECK (length(answers_digest) = 64),
	CONSTRAINT ck_prints_pdf CHECK (length(pdf) > 0)
)

CREATE INDEX ix_prints_draft_id ON prints (draft_id)

CREATE INDEX ix_prints_record_id ON prints (record_id)

CREATE TABLE staff (
	id VARCHAR(40) NOT NULL,
	name TEXT NOT NULL,
	role VARCHAR(40) NOT NULL,
	slot_id VARCHAR(80),
	active BOOLEAN NOT NULL,
	registry_user TEXT NOT NULL,
	CONSTRAINT pk_staff PRIMARY KEY (id),
	CONSTRAINT ck_staff_role CHECK (role IN ('front_desk', 'supervisor', 'auditor')),
	CONSTRAINT ck_staff_name CHECK (name <> ''),
	CONSTRAINT ck_staff_active CHECK (active IN (0, 1))
)

CREATE TABLE disaster_events (
	id VARCHAR(40) NOT NULL,
	name TEXT NOT NULL,
	started_on DATE NOT NULL,
	ended_on DATE,
	end_source TEXT NOT NULL,
	confirmed BOOLEAN NOT NULL,
	report_days INTEGER NOT NULL,
	vaccines JSON NOT NULL,
	CONSTRAINT pk_disaster_events PRIMARY KEY (id),
	CONSTRAINT ck_disaster_events_ended_on CHECK (ended_on IS NULL OR ended_on >= started_on),
	CONSTRAINT ck_disaster_events_confirmed CHECK (confirmed IN (0, 1))
)

CREATE TABLE name_del (
	del VARCHAR(400) NOT NULL,
	word VARCHAR(400) NOT NULL,
	CONSTRAINT pk_name_del PRIMARY KEY (del, word)
)
 WITHOUT ROWID

CREATE TABLE catalogue_entries (
	id VARCHAR(40) NOT NULL,
	catalogue VARCHAR(40) NOT NULL,
	name TEXT NOT NULL,
	what_for TEXT NOT NULL,
	sent_by TEXT NOT NULL,
	frequency TEXT NOT NULL,
	what_we_do TEXT NOT NULL,
	confirmed BOOLEAN NOT NULL,
	last_received_on DATE,
	retired BOOLEAN NOT NULL,
	CONSTRAINT pk_catalogue_entries PRIMARY KEY (id),
	CONSTRAINT ck_catalogue_entries_confirmed CHECK (confirmed IN (0, 1)),
	CONSTRAINT ck_catalogue_entries_retired CHECK (retired IN (0, 1))
)

CREATE TABLE organizations (
	id VARCHAR(40) NOT NULL,
	parent_id VARCHAR(40),
	name TEXT NOT NULL,
	org_type TEXT NOT NULL,
	org_code TEXT NOT NULL,
	tx_iis_id TEXT NOT NULL,
	intent TEXT NOT NULL,
	tvfc BOOLEAN,
	tvfc_pin TEXT NOT NULL,
	deputizing BOOLEAN NOT NULL,
	public BOOLEAN,
	state_wide_recall BOOLEAN NOT NULL,
	county_organization BOOLEAN,
	assigned_counties JSON NOT NULL,
	return_without_immunizations BOOLEAN,
	street TEXT NOT NULL,
	unit TEXT NOT NULL,
	city TEXT NOT NULL,
	state TEXT NOT NULL,
	zip_code TEXT NOT NULL,
	county TEXT NOT NULL,
	other_address TEXT NOT NULL,
	phone TEXT NOT NULL,
	extension TEXT NOT NULL,
	fax TEXT NOT NULL,
	email TEXT NOT NULL,
	tin TEXT NOT NULL,
	npi TEXT NOT NULL,
	ownership TEXT NOT NULL,
	hours TEXT NOT NULL,
	exchange BOOLEAN,
	exchange_method TEXT NOT NULL,
	ehr_vendor TEXT NOT NULL,
	closed_on DATE,
	tvfc_enrolled_on DATE,
	tvfc_due_on DATE,
	tvfc_window TEXT NOT NULL,
	CONSTRAINT pk_organizations PRIMARY KEY (id),
	CONSTRAINT ck_organizations_parent CHECK (parent_id IS NULL OR parent_id <> id),
	CONSTRAINT fk_organizations_parent_id_organizations FOREIGN KEY(parent_id) REFERENCES organizations (id),
	CONSTRAINT ck_organizations_tvfc CHECK (tvfc IN (0, 1)),
	CONSTRAINT ck_organizations_deputizing CHECK (deputizing IN (0, 1)),
	CONSTRAINT ck_organizations_public CHECK (public IN (0, 1)),
	CONSTRAINT ck_organizations_state_wide_recall CHECK (state_wide_recall IN (0, 1)),
	CONSTRAINT ck_organizations_county_organization CHECK (county_organization IN (0, 1)),
	CONSTRAINT ck_organizations_return_without_immunizations CHECK (return_without_immunizations IN (0, 1)),
	CONSTRAINT ck_organizations_exchange CHECK (exchange IN (0, 1))
)

CREATE INDEX ix_organizations_parent_id ON organizations (parent_id)

CREATE TABLE site_people (
	id VARCHAR(40) NOT NULL,
	first_name TEXT NOT NULL,
	middle_initial TEXT NOT NULL,
	last_name TEXT NOT NULL,
	email TEXT NOT NULL,
	phone TEXT NOT NULL,
	extension TEXT NOT NULL,
	title TEXT NOT NULL,
	licence_no TEXT NOT NULL,
	npi TEXT NOT NULL,
	registry_user TEXT NOT NULL,
	hired_on DATE,
	left_on DATE,
	account_made_on DATE,
	account_disabled_on DATE,
	CONSTRAINT pk_site_people PRIMARY KEY (id)
)

CREATE TABLE question_sets (
	n INTEGER NOT NULL,
	id VARCHAR(40) NOT NULL,
	made_at DATETIME NOT NULL,
	made_by VARCHAR(40),
	questions JSON NOT NULL,
	CONSTRAINT pk_question_sets PRIMARY KEY (n),
	CONSTRAINT uq_question_sets_id UNIQUE (id),
	CONSTRAINT fk_question_sets_made_by_staff FOREIGN KEY(made_by) REFERENCES staff (id)
)

CREATE INDEX ix_question_sets_made_by ON question_sets (made_by)

CREATE TABLE applications (
	id VARCHAR(40) NOT NULL,
	organization_id VARCHAR(40) NOT NULL,
	kind VARCHAR(40) NOT NULL,
	begun_on DATE NOT NULL,
	question_set VARCHAR(40) NOT NULL,
	base_id VARCHAR(40),
	saved_at DATETIME,
	answers JSON NOT NULL,
	people JSON NOT NULL,
	CONSTRAINT pk_applications PRIMARY KEY (id),
	CONSTRAINT fk_applications_organization_id_organizations FOREIGN KEY(organization_id) REFERENCES organizations (id)
)

CREATE INDEX ix_applications_organization_id ON applications (organization_id)

CREATE TABLE answers (
	n INTEGER NOT NULL,
	id VARCHAR(40) NOT NULL,
	received_on DATE NOT NULL,
	at DATETIME NOT NULL,
	"by" VARCHAR(40) NOT NULL,
	source VARCHAR(40) NOT NULL,
	size INTEGER NOT NULL,
	digest TEXT NOT NULL,
	messages INTEGER NOT NULL,
	accepted INTEGER NOT NULL,
	items INTEGER NOT NULL,
	again INTEGER NOT NULL,
	organization_id VARCHAR(40),
	unread JSON NOT NULL,
	content BLOB NOT NULL,
	CONSTRAINT pk_answers PRIMARY KEY (n),
	CONSTRAINT ck_answers_digest CHECK (length(digest) = 64),
	CONSTRAINT uq_answers_digest UNIQUE (digest),
	CONSTRAINT ck_answers_size CHECK (size = length(content)),
	CONSTRAINT ck_answers_counts CHECK (messages >= 0 AND accepted >= 0 AND items >= 0 AND again >= 0),
	CONSTRAINT uq_answers_id UNIQUE (id),
	CONSTRAINT fk_answers_by_staff FOREIGN KEY("by") REFERENCES staff (id),
	CONSTRAINT fk_answers_organization_id_organizations FOREIGN KEY(organization_id) REFERENCES organizations (id)
)

CREATE INDEX ix_answers_by ON answers ("by")

CREATE INDEX ix_answers_organization_id ON answers (organization_id)

CREATE TABLE drafts (
	id VARCHAR(40) NOT NULL,
	client_id VARCHAR(40) NOT NULL,
	record_id VARCHAR(40) NOT NULL,
	staff_id VARCHAR(40) NOT NULL,
	kept_at DATETIME NOT NULL,
	draft JSON NOT NULL,
	CONSTRAINT pk_drafts PRIMARY KEY (id),
	CONSTRAINT uq_drafts_record_id UNIQUE (record_id),
	CONSTRAINT fk_drafts_staff_id_staff FOREIGN KEY(staff_id) REFERENCES staff (id)
)

CREATE INDEX ix_drafts_client_id ON drafts (client_id)

CREATE INDEX ix_drafts_staff_id ON drafts (staff_id)

CREATE TABLE kept_forms (
	id VARCHAR(40) NOT NULL,
	staff_id VARCHAR(40) NOT NULL,
	room TEXT NOT NULL,
	about_id TEXT NOT NULL,
	kept_at DATETIME NOT NULL,
	body JSON NOT NULL,
	CONSTRAINT pk_kept_forms PRIMARY KEY (id),
	CONSTRAINT fk_kept_forms_staff_id_staff FOREIGN KEY(staff_id) REFERENCES staff (id)
)

CREATE INDEX ix_kept_forms_staff_id ON kept_forms (staff_id)

CREATE TABLE letter_runs (
	n INTEGER NOT NULL,
	id VARCHAR(40) NOT NULL,
	letter TEXT NOT NULL,
	letters INTEGER NOT NULL,
	pages INTEGER NOT NULL,
	envelopes BOOLEAN NOT NULL,
	made_at DATETIME NOT NULL,
	"by" VARCHAR(40) NOT NULL,
	digest TEXT NOT NULL,
	pdf BLOB NOT NULL,
	CONSTRAINT pk_letter_runs PRIMARY KEY (n),
	CONSTRAINT ck_letter_runs_digest CHECK (length(digest) = 64),
	CONSTRAINT ck_letter_runs_counts CHECK (letters >= 1 AND pages >= 1),
	CONSTRAINT ck_letter_runs_pdf CHECK (length(pdf) > 0),
	CONSTRAINT uq_letter_runs_id UNIQUE (id),
	CONSTRAINT ck_letter_runs_envelopes CHECK (envelopes IN (0, 1)),
	CONSTRAINT fk_letter_runs_by_staff FOREIGN KEY("by") REFERENCES staff (id)
)

CREATE INDEX ix_letter_runs_by ON letter_runs ("by")

CREATE TABLE clients (
	id VARCHAR(40) NOT NULL,
	version INTEGER NOT NULL,
	last_name TEXT NOT NULL,
	first_name TEXT NOT NULL,
	middle_name TEXT NOT NULL,
	born_on DATE NOT NULL,
	gender TEXT NOT NULL,
	street TEXT NOT NULL,
	unit TEXT NOT NULL,
	city TEXT NOT NULL,
	state TEXT NOT NULL,
	zip_code TEXT NOT NULL,
	county TEXT NOT NULL,
	place_from_zip BOOLEAN NOT NULL,
	phone TEXT NOT NULL,
	email TEXT NOT NULL,
	mother_first_name TEXT NOT NULL,
	mother_maiden_name TEXT NOT NULL,
	race JSON NOT NULL,
	ethnicity TEXT NOT NULL,
	former_names JSON NOT NULL,
	name_as_written TEXT NOT NULL,
	birth_order INTEGER,
	chart_no TEXT NOT NULL,
	immtrac2_id TEXT NOT NULL,
	contact_opt_out BOOLEAN NOT NULL,
	language TEXT NOT NULL,
	guardianship_recorded BOOLEAN NOT NULL,
	site_id VARCHAR(40),
	disaster_events JSON NOT NULL,
	CONSTRAINT pk_clients PRIMARY KEY (id),
	CONSTRAINT ck_clients_birth_order CHECK (birth_order IS NULL OR birth_order >= 1),
	CONSTRAINT ck_clients_version CHECK (version >= 1),
	CONSTRAINT ck_clients_place_from_zip CHECK (place_from_zip IN (0, 1)),
	CONSTRAINT ck_clients_contact_opt_out CHECK (contact_opt_out IN (0, 1)),
	CONSTRAINT ck_clients_guardianship_recorded CHECK (guardianship_recorded IN (0, 1)),
	CONSTRAINT fk_clients_site_id_organizations FOREIGN KEY(site_id) REFERENCES organizations (id)
)

CREATE INDEX ix_clients_born_on ON clients (born_on)

CREATE INDEX ix_clients_site_id ON clients (site_id)

CREATE TABLE tips_readings (
	id VARCHAR(40) NOT NULL,
	organization_id VARCHAR(40) NOT NULL,
	month DATE NOT NULL,
	measure TEXT NOT NULL,
	value TEXT NOT NULL,
	rating TEXT NOT NULL,
	noted_at DATETIME NOT NULL,
	"by" VARCHAR(40) NOT NULL,
	voided BOOLEAN NOT NULL,
	CONSTRAINT pk_tips_readings PRIMARY KEY (id),
	CONSTRAINT ck_tips_readings_measure CHECK (measure <> ''),
	CONSTRAINT fk_tips_readings_organization_id_organizations FOREIGN KEY(organization_id) REFERENCES organizations (id),
	CONSTRAINT fk_tips_readings_by_staff FOREIGN KEY("by") REFERENCES staff (id),
	CONSTRAINT ck_tips_readings_voided CHECK (voided IN (0, 1))
)

CREATE INDEX ix_tips_readings_by ON tips_readings ("by")

CREATE INDEX ix_tips_readings_organization_id ON tips_readings (organization_id)

CREATE TABLE organization_versions (
	id VARCHAR(40) NOT NULL,
	version INTEGER NOT NULL,
	changed_on DATE NOT NULL,
	parent_id VARCHAR(40),
	name TEXT NOT NULL,
	org_type TEXT NOT NULL,
	org_code TEXT NOT NULL,
	tx_iis_id TEXT NOT NULL,
	intent TEXT NOT NULL,
	tvfc BOOLEAN,
	tvfc_pin TEXT NOT NULL,
	deputizing BOOLEAN NOT NULL,
	public BOOLEAN,
	state_wide_recall BOOLEAN NOT NULL,
	county_organization BOOLEAN,
	assigned_counties JSON NOT NULL,
	return_without_immunizations BOOLEAN,
	street TEXT NOT NULL,
	unit TEXT NOT NULL,
	city TEXT NOT NULL,
	state TEXT NOT NULL,
	zip_code TEXT NOT NULL,
	county TEXT NOT NULL,
	other_address TEXT NOT NULL,
	phone TEXT NOT NULL,
	extension TEXT NOT NULL,
	fax TEXT NOT NULL,
	email TEXT NOT NULL,
	tin TEXT NOT NULL,
	npi TEXT NOT NULL,
	ownership TEXT NOT NULL,
	hours TEXT NOT NULL,
	exchange BOOLEAN,
	exchange_method TEXT NOT NULL,
	ehr_vendor TEXT NOT NULL,
	closed_on DATE,
	tvfc_enrolled_on DATE,
	tvfc_due_on DATE,
	tvfc_window TEXT NOT NULL,
	CONSTRAINT pk_organization_versions PRIMARY KEY (id, version),
	CONSTRAINT ck_organization_versions_version CHECK (version >= 1),
	CONSTRAINT fk_organization_versions_id_organizations FOREIGN KEY(id) REFERENCES organizations (id),
	CONSTRAINT ck_organization_versions_tvfc CHECK (tvfc IN (0, 1)),
	CONSTRAINT ck_organization_versions_deputizing CHECK (deputizing IN (0, 1)),
	CONSTRAINT ck_organization_versions_public CHECK (public IN (0, 1)),
	CONSTRAINT ck_organization_versions_state_wide_recall CHECK (state_wide_recall IN (0, 1)),
	CONSTRAINT ck_organization_versions_county_organization CHECK (county_organization IN (0, 1)),
	CONSTRAINT ck_organization_versions_return_without_immunizations CHECK (return_without_immunizations IN (0, 1)),
	CONSTRAINT ck_organization_versions_exchange CHECK (exchange IN (0, 1))
)

CREATE TABLE roles_held (
	id VARCHAR(40) NOT NULL,
	person_id VARCHAR(40) NOT NULL,
	organization_id VARCHAR(40) NOT NULL,
	role VARCHAR(40) NOT NULL,
	from_on DATE NOT NULL,
	until_on DATE,
	CONSTRAINT pk_roles_held PRIMARY KEY (id),
	CONSTRAINT ck_roles_held_until_on CHECK (until_on IS NULL OR until_on >= from_on),
	CONSTRAINT fk_roles_held_person_id_site_people FOREIGN KEY(person_id) REFERENCES site_people (id),
	CONSTRAINT fk_roles_held_organization_id_organizations FOREIGN KEY(organization_id) REFERENCES organizations (id)
)

CREATE INDEX ix_roles_held_organization_id ON roles_held (organization_id)

CREATE INDEX ix_roles_held_person_id ON roles_held (person_id)

CREATE TABLE office_tasks (
	id VARCHAR(40) NOT NULL,
	organization_id VARCHAR(40) NOT NULL,
	what TEXT NOT NULL,
	opened_on DATE NOT NULL,
	opened_at DATETIME NOT NULL,
	opened_by VARCHAR(40) NOT NULL,
	person_id VARCHAR(40),
	due_on DATE,
	closed_on DATE,
	closed_by VARCHAR(40),
	note TEXT NOT NULL,
	CONSTRAINT pk_office_tasks PRIMARY KEY (id),
	CONSTRAINT ck_office_tasks_closed CHECK ((closed_on IS NULL) = (closed_by IS NULL)),
	CONSTRAINT fk_office_tasks_organization_id_organizations FOREIGN KEY(organization_id) REFERENCES organizations (id),
	CONSTRAINT fk_office_tasks_opened_by_staff FOREIGN KEY(opened_by) REFERENCES staff (id),
	CONSTRAINT fk_office_tasks_person_id_site_people FOREIGN KEY(person_id) REFERENCES site_people (id),
	CONSTRAINT fk_office_tasks_closed_by_staff FOREIGN KEY(closed_by) REFERENCES staff (id)
)

CREATE INDEX ix_office_tasks_closed_by ON office_tasks (closed_by)

CREATE INDEX ix_office_tasks_opened_by ON office_tasks (opened_by)

CREATE INDEX ix_office_tasks_organization_id ON office_tasks (organization_id)

CREATE INDEX ix_office_tasks_person_id ON office_tasks (person_id)

CREATE TABLE duties_confirmed (
	n INTEGER NOT NULL,
	organization_id VARCHAR(40) NOT NULL,
	duty TEXT NOT NULL,
	"on" DATE NOT NULL,
	at DATETIME NOT NULL,
	"by" VARCHAR(40) NOT NULL,
	by_name TEXT NOT NULL,
	note TEXT NOT NULL,
	CONSTRAINT pk_duties_confirmed PRIMARY KEY (n),
	CONSTRAINT fk_duties_confirmed_organization_id_organizations FOREIGN KEY(organization_id) REFERENCES organizations (id),
	CONSTRAINT fk_duties_confirmed_by_staff FOREIGN KEY("by") REFERENCES staff (id)
)

CREATE INDEX ix_duties_confirmed_by ON duties_confirmed ("by")

CREATE INDEX ix_duties_confirmed_organization_id ON duties_confirmed (organization_id)

CREATE TABLE agreements (
	n INTEGER NOT NULL,
	id VARCHAR(40) NOT NULL,
	organization_id VARCHAR(40) NOT NULL,
	approved_on DATE,
	due_on DATE,
	application_id VARCHAR(40),
	entered_at DATETIME NOT NULL,
	"by" VARCHAR(40) NOT NULL,
	answers JSON NOT NULL,
	people JSON NOT NULL,
	CONSTRAINT pk_agreements PRIMARY KEY (n),
	CONSTRAINT ck_agreements_dated CHECK (approved_on IS NOT NULL OR due_on IS NOT NULL),
	CONSTRAINT uq_agreements_id UNIQUE (id),
	CONSTRAINT fk_agreements_organization_id_organizations FOREIGN KEY(organization_id) REFERENCES organizations (id),
	CONSTRAINT fk_agreements_application_id_applications FOREIGN KEY(application_id) REFERENCES applications (id),
	CONSTRAINT fk_agreements_by_staff FOREIGN KEY("by") REFERENCES staff (id)
)

CREATE INDEX ix_agreements_application_id ON agreements (application_id)

CREATE INDEX ix_agreements_by ON agreements ("by")

CREATE INDEX ix_agreements_organization_id ON agreements (organization_id)

CREATE TABLE agreement_papers (
	id VARCHAR(40) NOT NULL,
	organization_id VARCHAR(40) NOT NULL,
	application_id VARCHAR(40) NOT NULL,
	language TEXT NOT NULL,
	revision TEXT NOT NULL,
	signer_id VARCHAR(40) NOT NULL,
	signer_name TEXT NOT NULL,
	signer_title TEXT NOT NULL,
	licence_no TEXT NOT NULL,
	signed_on DATE NOT NULL,
	manner VARCHAR(40) NOT NULL,
	seen_by TEXT NOT NULL,
	filed_at DATETIME NOT NULL,
	"by" VARCHAR(40) NOT NULL,
	digest_read TEXT NOT NULL,
	digest TEXT NOT NULL,
	pdf BLOB NOT NULL,
	CONSTRAINT pk_agreement_papers PRIMARY KEY (id),
	CONSTRAINT ck_agreement_papers_digest_read CHECK (length(digest_read) IN (0, 64)),
	CONSTRAINT ck_agreement_papers_digest CHECK (length(digest) = 64),
	CONSTRAINT ck_agreement_papers_pdf CHECK (length(pdf) > 0),
	CONSTRAINT fk_agreement_papers_organization_id_organizations FOREIGN KEY(organization_id) REFERENCES organizations (id),
	CONSTRAINT fk_agreement_papers_application_id_applications FOREIGN KEY(application_id) REFERENCES applications (id),
	CONSTRAINT fk_agreement_papers_signer_id_site_people FOREIGN KEY(signer_id) REFERENCES site_people (id),
	CONSTRAINT fk_agreement_papers_by_staff FOREIGN KEY("by") REFERENCES staff (id)
)

CREATE INDEX ix_agreement_papers_application_id ON agreement_papers (application_id)

CREATE INDEX ix_agreement_papers_by ON agreement_papers ("by")

CREATE INDEX ix_agreement_papers_organization_id ON agreement_papers (organization_id)

CREATE INDEX ix_agreement_papers_signer_id ON agreement_papers (signer_id)

CREATE TABLE agreement_files (
	id VARCHAR(40) NOT NULL,
	organization_id VARCHAR(40) NOT NULL,
	application_id VARCHAR(40),
	person_id VARCHAR(40),
	what TEXT NOT NULL,
	media_type TEXT NOT NULL,
	size INTEGER NOT NULL,
	digest TEXT NOT NULL,
	attached_at DATETIME NOT NULL,
	"by" VARCHAR(40) NOT NULL,
	content BLOB NOT NULL,
	CONSTRAINT pk_agreement_files PRIMARY KEY (id),
	CONSTRAINT ck_agreement_files_digest CHECK (length(digest) = 64),
	CONSTRAINT ck_agreement_files_size CHECK (size = length(content)),
	CONSTRAINT fk_agreement_files_organization_id_organizations FOREIGN KEY(organization_id) REFERENCES organizations (id),
	CONSTRAINT fk_agreement_files_application_id_applications FOREIGN KEY(application_id) REFERENCES applications (id),
	CONSTRAINT fk_agreement_files_person_id_site_people FOREIGN KEY(person_id) REFERENCES site_people (id),
	CONSTRAINT fk_agreement_files_by_staff FOREIGN KEY("by") REFERENCES staff (id)
)

CREATE INDEX ix_agreement_files_application_id ON agreement_files (application_id)

CREATE INDEX ix_agreement_files_by ON agreement_files ("by")

CREATE INDEX ix_agreement_files_organization_id ON agreement_files (organization_id)

CREATE INDEX ix_agreement_files_person_id ON agreement_files (person_id)

CREATE TABLE tasks (
	id VARCHAR(40) NOT NULL,
	client_id VARCHAR(40) NOT NULL,
	what TEXT NOT NULL,
	opened_at DATETIME NOT NULL,
	opened_by VARCHAR(40) NOT NULL,
	due_on DATE,
	closed_at DATETIME,
	closed_by VARCHAR(40),
	note TEXT NOT NULL,
	CONSTRAINT pk_tasks PRIMARY KEY (id),
	CONSTRAINT ck_tasks_closed CHECK ((closed_at IS NULL) = (closed_by IS NULL)),
	CONSTRAINT fk_tasks_client_id_clients FOREIGN KEY(client_id) REFERENCES clients (id),
	CONSTRAINT fk_tasks_opened_by_staff FOREIGN KEY(opened_by) REFERENCES staff (id),
	CONSTRAINT fk_tasks_closed_by_staff FOREIGN KEY(closed_by) REFERENCES staff (id)
)

CREATE INDEX ix_tasks_client_id ON tasks (client_id)

CREATE INDEX ix_tasks_closed_by ON tasks (closed_by)

CREATE INDEX ix_tasks_opened_by ON tasks (opened_by)

CREATE TABLE merges (
	n INTEGER NOT NULL,
	keep_id VARCHAR(40) NOT NULL,
	gone_id VARCHAR(40) NOT NULL,
	merged_at DATETIME NOT NULL,
	merged_by VARCHAR(40) NOT NULL,
	undone_at DATETIME,
	undone_by VARCHAR(40),
	CONSTRAINT pk_merges PRIMARY KEY (n),
	CONSTRAINT ck_merges_two CHECK (keep_id <> gone_id),
	CONSTRAINT ck_merges_undone CHECK ((undone_at IS NULL) = (undone_by IS NULL)),
	CONSTRAINT fk_merges_keep_id_clients FOREIGN KEY(keep_id) REFERENCES clients (id),
	CONSTRAINT fk_merges_gone_id_clients FOREIGN KEY(gone_id) REFERENCES clients (id),
	CONSTRAINT fk_merges_merged_by_staff FOREIGN KEY(merged_by) REFERENCES staff (id),
	CONSTRAINT fk_merges_undone_by_staff FOREIGN KEY(undone_by) REFERENCES staff (id)
)

CREATE INDEX ix_merges_gone_id ON merges (gone_id)

CREATE INDEX ix_merges_keep_id ON merges (keep_id)

CREATE INDEX ix_merges_merged_by ON merges (merged_by)

CREATE INDEX ix_merges_undone_by ON merges (undone_by)

CREATE UNIQUE INDEX ux_merges_gone_once ON merges (gone_id) WHERE undone_at IS NULL

CREATE TABLE doses (
	id VARCHAR(40) NOT NULL,
	version INTEGER NOT NULL,
	client_id VARCHAR(40) NOT NULL,
	given_on DATE NOT NULL,
	cvx TEXT NOT NULL,
	trade_name TEXT NOT NULL,
	manufacturer TEXT NOT NULL,
	lot TEXT NOT NULL,
	route TEXT NOT NULL,
	body_site TEXT NOT NULL,
	eligibility TEXT NOT NULL,
	prescriber_id VARCHAR(40),
	organization_id VARCHAR(40),
	event_id VARCHAR(40),
	responder_asks BOOLEAN NOT NULL,
	historical BOOLEAN NOT NULL,
	entered_at DATETIME NOT NULL,
	entered_by VARCHAR(40) NOT NULL,
	CONSTRAINT pk_doses PRIMARY KEY (id),
	CONSTRAINT ck_doses_version CHECK (version >= 1),
	CONSTRAINT fk_doses_client_id_clients FOREIGN KEY(client_id) REFERENCES clients (id),
	CONSTRAINT fk_doses_prescriber_id_site_people FOREIGN KEY(prescriber_id) REFERENCES site_people (id),
	CONSTRAINT fk_doses_organization_id_organizations FOREIGN KEY(organization_id) REFERENCES organizations (id),
	CONSTRAINT fk_doses_event_id_disaster_events FOREIGN KEY(event_id) REFERENCES disaster_events (id),
	CONSTRAINT ck_doses_responder_asks CHECK (responder_asks IN (0, 1)),
	CONSTRAINT ck_doses_historical CHECK (historical IN (0, 1)),
	CONSTRAINT fk_doses_entered_by_staff FOREIGN KEY(entered_by) REFERENCES staff (id)
)

CREATE INDEX ix_doses_client_id ON doses (client_id)

CREATE INDEX ix_doses_entered_by ON doses (entered_by)

CREATE INDEX ix_doses_event_id ON doses (event_id)

CREATE INDEX ix_doses_organization_id ON doses (organization_id)

CREATE INDEX ix_doses_prescriber_id ON doses (prescriber_id)

CREATE TABLE documents (
	id VARCHAR(40) NOT NULL,
	client_id VARCHAR(40) NOT NULL,
	form VARCHAR(40) NOT NULL,
	stock_no TEXT NOT NULL,
	revision TEXT NOT NULL,
	language TEXT NOT NULL,
	filed_at DATETIME NOT NULL,
	"by" VARCHAR(40) NOT NULL,
	choice VARCHAR(40) NOT NULL,
	client_name JSON NOT NULL,
	born_on DATE NOT NULL,
	signer_name TEXT NOT NULL,
	who VARCHAR(40),
	relation TEXT NOT NULL,
	signed_on DATE NOT NULL,
	signed_at TIME,
	manner VARCHAR(40),
	source VARCHAR(40),
	source_detail TEXT NOT NULL,
	received_by TEXT NOT NULL,
	witness_name TEXT NOT NULL,
	interpreter_name TEXT NOT NULL,
	digest_read TEXT NOT NULL,
	digest TEXT NOT NULL,
	revision_note TEXT NOT NULL,
	answers JSON NOT NULL,
	pdf BLOB NOT NULL,
	CONSTRAINT pk_documents PRIMARY KEY (id),
	CONSTRAINT ck_documents_digest_read CHECK (length(digest_read) IN (0, 64)),
	CONSTRAINT ck_documents_digest CHECK (length(digest) IN (0, 64)),
	CONSTRAINT ck_documents_pdf CHECK ((digest = '') = (length(pdf) = 0)),
	CONSTRAINT fk_documents_client_id_clients FOREIGN KEY(client_id) REFERENCES clients (id),
	CONSTRAINT fk_documents_by_staff FOREIGN KEY("by") REFERENCES staff (id)
)

CREATE INDEX ix_documents_by ON documents ("by")

CREATE INDEX ix_documents_client_id ON documents (client_id)

CREATE TABLE client_versions (
	id VARCHAR(40) NOT NULL,
	version INTEGER NOT NULL,
	last_name TEXT NOT NULL,
	first_name TEXT NOT NULL,
	middle_name TEXT NOT NULL,
	born_on DATE NOT NULL,
	gender TEXT NOT NULL,
	street TEXT NOT NULL,
	unit TEXT NOT NULL,
	city TEXT NOT NULL,
	state TEXT NOT NULL,
	zip_code TEXT NOT NULL,
	county TEXT NOT NULL,
	place_from_zip BOOLEAN NOT NULL,
	phone TEXT NOT NULL,
	email TEXT NOT NULL,
	mother_first_name TEXT NOT NULL,
	mother_maiden_name TEXT NOT NULL,
	race JSON NOT NULL,
	ethnicity TEXT NOT NULL,
	former_names JSON NOT NULL,
	name_as_written TEXT NOT NULL,
	birth_order INTEGER,
	chart_no TEXT NOT NULL,
	immtrac2_id TEXT NOT NULL,
	contact_opt_out BOOLEAN NOT NULL,
	language TEXT NOT NULL,
	guardianship_recorded BOOLEAN NOT NULL,
	site_id VARCHAR(40),
	disaster_events JSON NOT NULL,
	CONSTRAINT pk_client_versions PRIMARY KEY (id, version),
	CONSTRAINT ck_client_versions_birth_order CHECK (birth_order IS NULL OR birth_order >= 1),
	CONSTRAINT ck_client_versions_version CHECK (version >= 1),
	CONSTRAINT fk_client_versions_id_clients FOREIGN KEY(id) REFERENCES clients (id),
	CONSTRAINT ck_client_versions_place_from_zip CHECK (place_from_zip IN (0, 1)),
	CONSTRAINT ck_client_versions_contact_opt_out CHECK (contact_opt_out IN (0, 1)),
	CONSTRAINT ck_client_versions_guardianship_recorded CHECK (guardianship_recorded IN (0, 1)),
	CONSTRAINT fk_client_versions_site_id_organizations FOREIGN KEY(site_id) REFERENCES organizations (id)
)

CREATE INDEX ix_client_versions_site_id ON client_versions (site_id)

CREATE TABLE responsible_people (
	id VARCHAR(40) NOT NULL,
	client_id VARCHAR(40) NOT NULL,
	last_name TEXT NOT NULL,
	first_name TEXT NOT NULL,
	middle_name TEXT NOT NULL,
	relation TEXT NOT NULL,
	phone TEXT NOT NULL,
	email TEXT NOT NULL,
	"primary" BOOLEAN NOT NULL,
	until DATE,
	CONSTRAINT pk_responsible_people PRIMARY KEY (id),
	CONSTRAINT fk_responsible_people_client_id_clients FOREIGN KEY(client_id) REFERENCES clients (id),
	CONSTRAINT ck_responsible_people_primary CHECK ("primary" IN (0, 1))
)

CREATE INDEX ix_responsible_people_client_id ON responsible_people (client_id)

CREATE TABLE client_names (
	word VARCHAR(400) NOT NULL,
	kind VARCHAR(20) NOT NULL,
	client_id VARCHAR(40) NOT NULL,
	CONSTRAINT pk_client_names PRIMARY KEY (word, kind, client_id),
	CONSTRAINT ck_client_names_kind CHECK (kind IN ('name', 'former_name', 'number')),
	CONSTRAINT fk_client_names_client_id_clients FOREIGN KEY(client_id) REFERENCES clients (id)
)
 WITHOUT ROWID

CREATE INDEX ix_client_names_client_id_word ON client_names (client_id, word)

CREATE TABLE application_steps (
	n INTEGER NOT NULL,
	id VARCHAR(40) NOT NULL,
	application_id VARCHAR(40) NOT NULL,
	kind VARCHAR(40) NOT NULL,
	"on" DATE NOT NULL,
	at DATETIME NOT NULL,
	"by" VARCHAR(40) NOT NULL,
	paper_id VARCHAR(40),
	signer_id VARCHAR(40),
	reverses VARCHAR(40),
	facts JSON NOT NULL,
	CONSTRAINT pk_application_steps PRIMARY KEY (n),
	CONSTRAINT ck_application_steps_reverses CHECK ((kind = 'application_step_undone') = (reverses IS NOT NULL)),
	CONSTRAINT uq_application_steps_id UNIQUE (id),
	CONSTRAINT fk_application_steps_application_id_applications FOREIGN KEY(application_id) REFERENCES applications (id),
	CONSTRAINT fk_application_steps_by_staff FOREIGN KEY("by") REFERENCES staff (id),
	CONSTRAINT fk_application_steps_paper_id_agreement_papers FOREIGN KEY(paper_id) REFERENCES agreement_papers (id),
	CONSTRAINT fk_application_steps_signer_id_site_people FOREIGN KEY(signer_id) REFERENCES site_people (id),
	CONSTRAINT fk_application_steps_reverses_application_steps FOREIGN KEY(reverses) REFERENCES application_steps (id)
)

CREATE INDEX ix_application_steps_application_id ON application_steps (application_id)

CREATE INDEX ix_application_steps_by ON application_steps ("by")

CREATE INDEX ix_application_steps_paper_id ON application_steps (paper_id)

CREATE INDEX ix_application_steps_reverses ON application_steps (reverses)

CREATE INDEX ix_application_steps_signer_id ON application_steps (signer_id)

CREATE TABLE answer_items (
	n INTEGER NOT NULL,
	id VARCHAR(40) NOT NULL,
	answer_id VARCHAR(40) NOT NULL,
	same TEXT NOT NULL,
	code TEXT NOT NULL,
	severity TEXT NOT NULL,
	ref TEXT NOT NULL,
	name TEXT NOT NULL,
	born TEXT NOT NULL,
	vaccine TEXT NOT NULL,
	given_on DATE,
	count INTEGER NOT NULL,
	client_id VARCHAR(40),
	dose_id VARCHAR(40),
	lines JSON NOT NULL,
	CONSTRAINT pk_answer_items PRIMARY KEY (n),
	CONSTRAINT ck_answer_items_count CHECK (count >= 1),
	CONSTRAINT ck_answer_items_dose CHECK (dose_id IS NULL OR client_id IS NOT NULL),
	CONSTRAINT uq_answer_items_id UNIQUE (id),
	CONSTRAINT fk_answer_items_answer_id_answers FOREIGN KEY(answer_id) REFERENCES answers (id),
	CONSTRAINT fk_answer_items_client_id_clients FOREIGN KEY(client_id) REFERENCES clients (id),
	CONSTRAINT fk_answer_items_dose_id_doses FOREIGN KEY(dose_id) REFERENCES doses (id)
)

CREATE INDEX ix_answer_items_answer_id ON answer_items (answer_id)

CREATE INDEX ix_answer_items_client_id ON answer_items (client_id)

CREATE INDEX ix_answer_items_dose_id ON answer_items (dose_id)

CREATE INDEX ix_answer_items_same ON answer_items (same)

CREATE TABLE dose_versions (
	id VARCHAR(40) NOT NULL,
	version INTEGER NOT NULL,
	client_id VARCHAR(40) NOT NULL,
	given_on DATE NOT NULL,
	cvx TEXT NOT NULL,
	trade_name TEXT NOT NULL,
	manufacturer TEXT NOT NULL,
	lot TEXT NOT NULL,
	route TEXT NOT NULL,
	body_site TEXT NOT NULL,
	eligibility TEXT NOT NULL,
	prescriber_id VARCHAR(40),
	organization_id VARCHAR(40),
	event_id VARCHAR(40),
	responder_asks BOOLEAN NOT NULL,
	historical BOOLEAN NOT NULL,
	entered_at DATETIME NOT NULL,
	entered_by VARCHAR(40) NOT NULL,
	CONSTRAINT pk_dose_versions PRIMARY KEY (id, version),
	CONSTRAINT ck_dose_versions_version CHECK (version >= 1),
	CONSTRAINT fk_dose_versions_id_doses FOREIGN KEY(id) REFERENCES doses (id),
	CONSTRAINT fk_dose_versions_client_id_clients FOREIGN KEY(client_id) REFERENCES clients (id),
	CONSTRAINT fk_dose_versions_prescriber_id_site_people FOREIGN KEY(prescriber_id) REFERENCES site_people (id),
	CONSTRAINT fk_dose_versions_organization_id_organizations FOREIGN KEY(organization_id) REFERENCES organizations (id),
	CONSTRAINT fk_dose_versions_event_id_disaster_events FOREIGN KEY(event_id) REFERENCES disaster_events (id),
	CONSTRAINT ck_dose_versions_responder_asks CHECK (responder_asks IN (0, 1)),
	CONSTRAINT ck_dose_versions_historical CHECK (historical IN (0, 1)),
	CONSTRAINT fk_dose_versions_entered_by_staff FOREIGN KEY(entered_by) REFERENCES staff (id)
)

CREATE INDEX ix_dose_versions_client_id ON dose_versions (client_id)

CREATE INDEX ix_dose_versions_entered_by ON dose_versions (entered_by)

CREATE INDEX ix_dose_versions_event_id ON dose_versions (event_id)

CREATE INDEX ix_dose_versions_organization_id ON dose_versions (organization_id)

CREATE INDEX ix_dose_versions_prescriber_id ON dose_versions (prescriber_id)

CREATE TABLE dose_steps (
	n INTEGER NOT NULL,
	id VARCHAR(40) NOT NULL,
	dose_id VARCHAR(40) NOT NULL,
	kind VARCHAR(40) NOT NULL,
	"on" DATE NOT NULL,
	at DATETIME NOT NULL,
	"by" VARCHAR(40) NOT NULL,
	method VARCHAR(40),
	registry_user TEXT NOT NULL,
	reason TEXT NOT NULL,
	reverses VARCHAR(40),
	CONSTRAINT pk_dose_steps PRIMARY KEY (n),
	CONSTRAINT ck_dose_steps_reverses CHECK ((kind = 'dose_step_undone') = (reverses IS NOT NULL)),
	CONSTRAINT ck_dose_steps_method CHECK ((kind = 'dose_reported') = (method IS NOT NULL)),
	CONSTRAINT uq_dose_steps_id UNIQUE (id),
	CONSTRAINT fk_dose_steps_dose_id_doses FOREIGN KEY(dose_id) REFERENCES doses (id),
	CONSTRAINT fk_dose_steps_by_staff FOREIGN KEY("by") REFERENCES staff (id),
	CONSTRAINT fk_dose_steps_reverses_dose_steps FOREIGN KEY(reverses) REFERENCES dose_steps (id)
)

CREATE INDEX ix_dose_steps_by ON dose_steps ("by")

CREATE INDEX ix_dose_steps_dose_id ON dose_steps (dose_id)

CREATE INDEX ix_dose_steps_reverses ON dose_steps (reverses)

CREATE TABLE signatures (
	document_id VARCHAR(40) NOT NULL,
	manner VARCHAR(40) NOT NULL,
	signed_on DATE NOT NULL,
	signed_at TIME,
	seen_by TEXT NOT NULL,
	printed_name TEXT NOT NULL,
	witness_strokes JSON NOT NULL,
	strokes JSON NOT NULL,
	CONSTRAINT pk_signatures PRIMARY KEY (document_id),
	CONSTRAINT fk_signatures_document_id_documents FOREIGN KEY(document_id) REFERENCES documents (id)
)

CREATE TABLE acts (
	n INTEGER NOT NULL,
	id VARCHAR(40) NOT NULL,
	client_id VARCHAR(40) NOT NULL,
	kind VARCHAR(40) NOT NULL,
	"on" DATE NOT NULL,
	at DATETIME NOT NULL,
	"by" VARCHAR(40) NOT NULL,
	document_id VARCHAR(40),
	form VARCHAR(40),
	scope VARCHAR(40),
	signed_at TIME,
	signer TEXT NOT NULL,
	capacity VARCHAR(40),
	reverses VARCHAR(40),
	"row" TEXT NOT NULL,
	facts JSON NOT NULL,
	CONSTRAINT pk_acts PRIMARY KEY (n),
	CONSTRAINT ck_acts_reverses CHECK ((kind = 'entered_in_error') = (reverses IS NOT NULL)),
	CONSTRAINT uq_acts_id UNIQUE (id),
	CONSTRAINT fk_acts_client_id_clients FOREIGN KEY(client_id) REFERENCES clients (id),
	CONSTRAINT fk_acts_by_staff FOREIGN KEY("by") REFERENCES staff (id),
	CONSTRAINT fk_acts_document_id_documents FOREIGN KEY(document_id) REFERENCES documents (id),
	CONSTRAINT fk_acts_reverses_acts FOREIGN KEY(reverses) REFERENCES acts (id)
)

CREATE INDEX ix_acts_by ON acts ("by")

CREATE INDEX ix_acts_client_id ON acts (client_id)

CREATE INDEX ix_acts_document_id ON acts (document_id)

CREATE INDEX ix_acts_reverses ON acts (reverses)

CREATE TABLE trainings (
	id VARCHAR(40) NOT NULL,
	person_id VARCHAR(40) NOT NULL,
	kind VARCHAR(40) NOT NULL,
	"on" DATE NOT NULL,
	signed BOOLEAN NOT NULL,
	noted_at DATETIME NOT NULL,
	"by" VARCHAR(40) NOT NULL,
	proof_id VARCHAR(40),
	note TEXT NOT NULL,
	CONSTRAINT pk_trainings PRIMARY KEY (id),
	CONSTRAINT fk_trainings_person_id_site_people FOREIGN KEY(person_id) REFERENCES site_people (id),
	CONSTRAINT ck_trainings_signed CHECK (signed IN (0, 1)),
	CONSTRAINT fk_trainings_by_staff FOREIGN KEY("by") REFERENCES staff (id),
	CONSTRAINT fk_trainings_proof_id_agreement_files FOREIGN KEY(proof_id) REFERENCES agreement_files (id)
)

CREATE INDEX ix_trainings_by ON trainings ("by")

CREATE INDEX ix_trainings_person_id ON trainings (person_id)

CREATE INDEX ix_trainings_proof_id ON trainings (proof_id)

CREATE TABLE answer_steps (
	n INTEGER NOT NULL,
	id VARCHAR(40) NOT NULL,
	item_id VARCHAR(40) NOT NULL,
	kind VARCHAR(40) NOT NULL,
	"on" DATE NOT NULL,
	at DATETIME NOT NULL,
	"by" VARCHAR(40) NOT NULL,
	client_id VARCHAR(40),
	dose_id VARCHAR(40),
	answer_id VARCHAR(40),
	note TEXT NOT NULL,
	CONSTRAINT pk_answer_steps PRIMARY KEY (n),
	CONSTRAINT ck_answer_steps_again CHECK ((kind = 'answer_seen_again') = (answer_id IS NOT NULL)),
	CONSTRAINT ck_answer_steps_dose CHECK (dose_id IS NULL OR client_id IS NOT NULL),
	CONSTRAINT uq_answer_steps_id UNIQUE (id),
	CONSTRAINT fk_answer_steps_item_id_answer_items FOREIGN KEY(item_id) REFERENCES answer_items (id),
	CONSTRAINT fk_answer_steps_by_staff FOREIGN KEY("by") REFERENCES staff (id),
	CONSTRAINT fk_answer_steps_client_id_clients FOREIGN KEY(client_id) REFERENCES clients (id),
	CONSTRAINT fk_answer_steps_dose_id_doses FOREIGN KEY(dose_id) REFERENCES doses (id),
	CONSTRAINT fk_answer_steps_answer_id_answers FOREIGN KEY(answer_id) REFERENCES answers (id)
)

CREATE INDEX ix_answer_steps_answer_id ON answer_steps (answer_id)

CREATE INDEX ix_answer_steps_by ON answer_steps ("by")

CREATE INDEX ix_answer_steps_client_id ON answer_steps (client_id)

CREATE INDEX ix_answer_steps_dose_id ON answer_steps (dose_id)

CREATE INDEX ix_answer_steps_item_id ON answer_steps (item_id)

CREATE TABLE attachments (
	id VARCHAR(40) NOT NULL,
	act_id VARCHAR(40) NOT NULL,
	client_id VARCHAR(40) NOT NULL,
	what TEXT NOT NULL,
	media_type TEXT NOT NULL,
	size INTEGER NOT NULL,
	digest TEXT NOT NULL,
	attached_at DATETIME NOT NULL,
	"by" VARCHAR(40) NOT NULL,
	content BLOB NOT NULL,
	CONSTRAINT pk_attachments PRIMARY KEY (id),
	CONSTRAINT ck_attachments_digest CHECK (length(digest) = 64),
	CONSTRAINT ck_attachments_size CHECK (size = length(content)),
	CONSTRAINT fk_attachments_act_id_acts FOREIGN KEY(act_id) REFERENCES acts (id),
	CONSTRAINT fk_attachments_client_id_clients FOREIGN KEY(client_id) REFERENCES clients (id),
	CONSTRAINT fk_attachments_by_staff FOREIGN KEY("by") REFERENCES staff (id)
)

CREATE INDEX ix_attachments_act_id ON attachments (act_id)

CREATE INDEX ix_attachments_by ON attachments ("by")

CREATE INDEX ix_attachments_client_id ON attachments (client_id)

CREATE TRIGGER acts_refuses_update BEFORE UPDATE ON acts BEGIN SELECT RAISE(ABORT, 'append_only: acts'); END

CREATE TRIGGER acts_refuses_delete BEFORE DELETE ON acts BEGIN SELECT RAISE(ABORT, 'append_only: acts'); END

CREATE TRIGGER agreement_files_refuses_update BEFORE UPDATE ON agreement_files BEGIN SELECT RAISE(ABORT, 'append_only: agreement_files'); END

CREATE TRIGGER agreement_files_refuses_delete BEFORE DELETE ON agreement_files BEGIN SELECT RAISE(ABORT, 'append_only: agreement_files'); END

CREATE TRIGGER agreement_papers_refuses_update BEFORE UPDATE ON agreement_papers BEGIN SELECT RAISE(ABORT, 'append_only: agreement_papers'); END

CREATE TRIGGER agreement_papers_refuses_delete BEFORE DELETE ON agreement_papers BEGIN SELECT RAISE(ABORT, 'append_only: agreement_papers'); END

CREATE TRIGGER agreements_refuses_update BEFORE UPDATE ON agreements BEGIN SELECT RAISE(ABORT, 'append_only: agreements'); END

CREATE TRIGGER agreements_refuses_delete BEFORE DELETE ON agreements BEGIN SELECT RAISE(ABORT, 'append_only: agreements'); END

CREATE TRIGGER answer_items_refuses_update BEFORE UPDATE ON answer_items BEGIN SELECT RAISE(ABORT, 'append_only: answer_items'); END

CREATE TRIGGER answer_items_refuses_delete BEFORE DELETE ON answer_items BEGIN SELECT RAISE(ABORT, 'append_only: answer_items'); END

CREATE TRIGGER answer_steps_refuses_update BEFORE UPDATE ON answer_steps BEGIN SELECT RAISE(ABORT, 'append_only: answer_steps'); END

CREATE TRIGGER answer_steps_refuses_delete BEFORE DELETE ON answer_steps BEGIN SELECT RAISE(ABORT, 'append_only: answer_steps'); END

CREATE TRIGGER answers_refuses_update BEFORE UPDATE ON answers BEGIN SELECT RAISE(ABORT, 'append_only: answers'); END

CREATE TRIGGER answers_refuses_delete BEFORE DELETE ON answers BEGIN SELECT RAISE(ABORT, 'append_only: answers'); END

CREATE TRIGGER application_steps_refuses_update BEFORE UPDATE ON application_steps BEGIN SELECT RAISE(ABORT, 'append_only: application_steps'); END

CREATE TRIGGER application_steps_refuses_delete BEFORE DELETE ON application_steps BEGIN SELECT RAISE(ABORT, 'append_only: application_steps'); END

CREATE TRIGGER attachments_refuses_update BEFORE UPDATE ON attachments BEGIN SELECT RAISE(ABORT, 'append_only: attachments'); END

CREATE TRIGGER attachments_refuses_delete BEFORE DELETE ON attachments BEGIN SELECT RAISE(ABORT, 'append_only: attachments'); END

CREATE TRIGGER audit_refuses_update BEFORE UPDATE ON audit BEGIN SELECT RAISE(ABORT, 'append_only: audit'); END

CREATE TRIGGER audit_refuses_delete BEFORE DELETE ON audit BEGIN SELECT RAISE(ABORT, 'append_only: audit'); END

CREATE TRIGGER client_versions_refuses_update BEFORE UPDATE ON client_versions BEGIN SELECT RAISE(ABORT, 'append_only: client_versions'); END

CREATE TRIGGER client_versions_refuses_delete BEFORE DELETE ON client_versions BEGIN SELECT RAISE(ABORT, 'append_only: client_versions'); END

CREATE TRIGGER documents_refuses_update BEFORE UPDATE ON documents BEGIN SELECT RAISE(ABORT, 'append_only: documents'); END

CREATE TRIGGER documents_refuses_delete BEFORE DELETE ON documents BEGIN SELECT RAISE(ABORT, 'append_only: documents'); END

CREATE TRIGGER dose_steps_refuses_update BEFORE UPDATE ON dose_steps BEGIN SELECT RAISE(ABORT, 'append_only: dose_steps'); END

CREATE TRIGGER dose_steps_refuses_delete BEFORE DELETE ON dose_steps BEGIN SELECT RAISE(ABORT, 'append_only: dose_steps'); END

CREATE TRIGGER dose_versions_refuses_update BEFORE UPDATE ON dose_versions BEGIN SELECT RAISE(ABORT, 'append_only: dose_versions'); END

CREATE TRIGGER dose_versions_refuses_delete BEFORE DELETE ON dose_versions BEGIN SELECT RAISE(ABORT, 'append_only: dose_versions'); END

CREATE TRIGGER duties_confirmed_refuses_update BEFORE UPDATE ON duties_confirmed BEGIN SELECT RAISE(ABORT, 'append_only: duties_confirmed'); END

CREATE TRIGGER duties_confirmed_refuses_delete BEFORE DELETE ON duties_confirmed BEGIN SELECT RAISE(ABORT, 'append_only: duties_confirmed'); END

CREATE TRIGGER letter_runs_refuses_update BEFORE UPDATE ON letter_runs BEGIN SELECT RAISE(ABORT, 'append_only: letter_runs'); END

CREATE TRIGGER letter_runs_refuses_delete BEFORE DELETE ON letter_runs BEGIN SELECT RAISE(ABORT, 'append_only: letter_runs'); END

CREATE TRIGGER organization_versions_refuses_update BEFORE UPDATE ON organization_versions BEGIN SELECT RAISE(ABORT, 'append_only: organization_versions'); END

CREATE TRIGGER organization_versions_refuses_delete BEFORE DELETE ON organization_versions BEGIN SELECT RAISE(ABORT, 'append_only: organization_versions'); END

CREATE TRIGGER prints_refuses_update BEFORE UPDATE ON prints BEGIN SELECT RAISE(ABORT, 'append_only: prints'); END

CREATE TRIGGER prints_refuses_delete BEFORE DELETE ON prints BEGIN SELECT RAISE(ABORT, 'append_only: prints'); END

CREATE TRIGGER question_sets_refuses_update BEFORE UPDATE ON question_sets BEGIN SELECT RAISE(ABORT, 'append_only: question_sets'); END

CREATE TRIGGER question_sets_refuses_delete BEFORE DELETE ON question_sets BEGIN SELECT RAISE(ABORT, 'append_only: question_sets'); END

CREATE TRIGGER signatures_refuses_update BEFORE UPDATE ON signatures BEGIN SELECT RAISE(ABORT, 'append_only: signatures'); END

CREATE TRIGGER signatures_refuses_delete BEFORE DELETE ON signatures BEGIN SELECT RAISE(ABORT, 'append_only: signatures'); END

CREATE TRIGGER trainings_refuses_update BEFORE UPDATE ON trainings BEGIN SELECT RAISE(ABORT, 'append_only: trainings'); END

CREATE TRIGGER trainings_refuses_delete BEFORE DELETE ON trainings BEGIN SELECT RAISE(ABORT, 'append_only: trainings'); END
